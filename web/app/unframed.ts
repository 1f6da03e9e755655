/** Takes the app out of the document before it starts, where the page stands in a frame. */

// A server forbids it in a header; a static copy has none, and this instead. Nothing of ours frames the page.
if (window !== window.parent) {
  document.body.replaceChildren()
  void import('../kit/framed.ts').then(({ refuseFrame }) => refuseFrame())
}
