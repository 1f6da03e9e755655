/** What is wrong with a learner's code, and where. */

/**
 * - `syntax`: it is no TypeScript; `text` is what the compiler says.
 * - `module`: it imports what a step may not; `text` is the module's name.
 * - `export`: it has no default export, which is what answers; `text` is empty.
 * - `thrown`: an exception left it as it ran; `text` is what it says.
 * - `endless`: a loop did not end in time; `text` is empty.
 */
export interface CodeProblem {
  kind: 'syntax' | 'module' | 'export' | 'thrown' | 'endless'
  text: string
  /** The security block that it is in, such as `security/bearer.ts`; absent where it is the server's own file. */
  file?: string
  /** Place in the source, in UTF-16 code units. */
  from: number
  to: number
}
