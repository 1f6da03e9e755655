/**
 * What the build makes of files: see `web/build/lesson-prose.ts`, `web/build/step-source.ts`, `web/build/step-twin.ts`
 * and `web/build/frames.ts`.
 */

declare module '*.md' {
  const prose: import('./lesson/prose.ts').Prose
  export default prose
}

declare module '*?title' {
  const title: string
  export default title
}

declare module '*?promise' {
  const promise: string
  export default promise
}

declare module '*?learned' {
  const learned: import('lit').TemplateResult
  export default learned
}

declare module '*?presenting' {
  const notes: import('./present/load-notes.ts').PresenterNotes
  export default notes
}

declare module '*?source' {
  const source: import('./panels/step-source.ts').StepSource
  export default source
}

declare module '*?twin' {
  const twin: import('./panels/step-twin.ts').StepTwin | undefined
  export default twin
}

declare module '*?decisions' {
  const places: import('./panels/code/decision-places.ts').DecisionPlaces
  export default places
}

declare module '*?sources' {
  /** Texts by their paths from the root: see `web/build/sources.ts`. */
  const sources: Record<string, string>
  export default sources
}

declare module '*?frame' {
  const document: string
  export default document
}

declare module '*?script' {
  const script: string
  export default script
}

/** Parts of the Korean font: see `web/build/korean-font.ts`. */

declare module '@fontsource-variable/noto-sans-kr/wght.css?*'
