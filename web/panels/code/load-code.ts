/** Loads what the code pane opens beside the lesson's own steps: security blocks, and where decisions are made. */

import type { StepSource } from '../step-source.ts'
import type { DecisionPlaces } from './decision-places.ts'

const blocks = import.meta.glob<StepSource>('../../../server/{security/*,stage/step-host}.ts', {
  import: 'default',
  query: '?source',
})

/** Whether there is a block of that name, such as `security/bearer.ts`. */
export const isBlock = (file: string): boolean => Object.hasOwn(blocks, `../../../server/${file}`)

/** The source of a block, highlighted. */
export function loadBlock(file: string): Promise<StepSource> {
  return blocks[`../../../server/${file}`]!()
}

/** Where decisions are written down. */
export async function loadDecisionPlaces(): Promise<DecisionPlaces> {
  return (await import('../../../server/security/codes.ts?decisions')).default
}
