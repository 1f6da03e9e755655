/** What the build makes of a lesson's files: see `web/build/lesson-prose.ts` and `web/build/step-source.ts`. */

declare module '*.md' {
  const prose: import('./lesson/prose.ts').Prose
  export default prose
}

declare module '*?title' {
  const title: string
  export default title
}

declare module '*?source' {
  const source: import('./lesson/step-source.ts').StepSource
  export default source
}
