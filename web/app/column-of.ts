/** Where each command leads the eyes. */

import type { Command } from '../state/command.ts'
import type { Column } from './column-frame.ts'

/** The column in which a command has its effect. */
export const COLUMN_OF: Partial<Record<Command['kind'], Column>> = {
  open: 'lesson',
  'open-tab': 'server',
  'show-token': 'server',
  'show-region': 'server',
  'show-decision': 'server',
  'show-code': 'server',
  'use-request': 'bench',
  'use-token': 'bench',
  'use-cookie': 'bench',
}

/** Whether the columns stand below each other. */
export function isNarrow(): boolean {
  return matchMedia('(max-width: 759px)').matches
}
