/** What the code pane shows beside the source of the server that is asked. */

/** A decision of a trace, as far as its place in the source is found by it. */
export interface DecisionMade {
  by: string
  gate: string
  because: string
}

/** A file, and a line in it. */
export interface CodePlace {
  /** A step by folder and file, such as `4-jwt/app`, or a security block, such as `security/bearer.ts`. */
  file: string
  /** The first is 1. */
  line?: number
}

/** What the code pane looks at. */
export interface CodeLook {
  /** Undefined for the source of the server that is asked. */
  place?: CodePlace
  /** A decision whose place is to be found, and shown. */
  decision?: DecisionMade
  /** The language that a step is shown in. */
  language: 'typescript' | 'python'
}
