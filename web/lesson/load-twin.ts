/** Loads the twin of a step app, when somebody asks to see it: a chunk of its own. */

import type { StepTwin } from '../panels/step-twin.ts'

const twins = import.meta.glob<StepTwin | undefined>(
  '../../lessons/*/{{app,client,faithful}.ts,*.patch}',
  { import: 'default', query: '?twin' },
)

/**
 * The twin of a step app in Python, highlighted.
 *
 * @param app folder and file without its ending, as `appOf` names it.
 * @returns undefined where the step has none.
 */
export async function loadTwin(app: string): Promise<StepTwin | undefined> {
  const file = `../../lessons/${app}`
  return (twins[`${file}.ts`] ?? twins[`${file}.patch`])?.()
}
