/** Whether somebody shows a page of ours in a frame of his, and what stands there then. */

/** Whether every window around this one is of this origin, so that it may do here what it likes anyway. */
export function isAmongOurselves(): boolean {
  try {
    for (let view: Window = window; view !== view.parent; view = view.parent) {
      // Throws for another origin, and for any other where a stranger's `sandbox` has made this one opaque:
      // comparing names of origins would not tell, since they are all "null" then.
      if (!view.parent.document) return false
    }
    return true
  } catch {
    return false
  }
}

/** Leaves nothing on the page but a sentence and a way to open it by itself. */
export function refuseFrame(): void {
  const main = document.createElement('main')
  main.style.cssText = 'padding: 24px; font: 15px/1.6 system-ui, sans-serif; text-align: center'
  const line = (lang: string, text: string, open: string) => {
    const paragraph = document.createElement('p')
    const link = document.createElement('a')
    Object.assign(link, { href: location.href, target: '_blank', rel: 'noreferrer' })
    link.textContent = open
    paragraph.lang = lang
    paragraph.append(`${text} `, link)
    return paragraph
  }
  main.append(
    line('en', 'This page does not open inside another site.', 'Open it in a tab of its own'),
    line('ko', '다른 사이트 안에서는 열리지 않아요.', '새 탭에서 열기'),
  )
  document.body.replaceChildren(main)
}
