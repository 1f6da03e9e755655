/** A step app's twin in Python as the page shows it. */

import type { StepSource } from './step-source.ts'

/** The source of a server for FastAPI: its regions have the names of the step's own, in the same order. */
export interface StepTwin extends StepSource {
  /** Its file's name, such as `main.py`. */
  file: string
}
