/** Why the stage in this browser has no answer: a file of it did not come, or its worker broke. No server said so. */
export class StageFailure extends Error {
  readonly code: 'not-loaded' | 'broken'

  constructor(code: StageFailure['code'], message: string) {
    super(message)
    this.code = code
  }
}
