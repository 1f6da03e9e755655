/** A file of the learner's own copy as the pane shows it: what it begins with, what is kept of it, what it is called. */

import { appOf, type Lesson } from '../../../lessons/lesson.ts'
import type { OwnText } from '../../state/own-copies.ts'
import type { OwnLook } from '../../state/own-look.ts'
import { fileName } from '../code/code-files.ts'
import type { StepSource } from '../step-source.ts'

/** Which file is looked at. */
export interface LookedAt {
  own: OwnLook
  lesson: Lesson
  /** Id of the server that is asked. */
  server: string
  /** The security block, such as `security/bearer.ts`; empty for the server's own file. */
  block: string
  /** Our own source of the server. */
  source: StepSource
  /** Our own source of the block. */
  blockSource: StepSource | undefined
}

export interface OwnFileView {
  /** Its name, as people know it. */
  name: string
  /** What the server's own file begins with. */
  step: string
  /** What the file begins with. */
  begin: string
  /** What it is compared with. */
  ours: string
  /** What is kept of it; undefined where it is ours. */
  kept: OwnText | undefined
  text: string
  /** What was taken back last. */
  takenBack: OwnText | undefined
  /** Whether it is written here: a block once it is the learner's. */
  isOpen: boolean
  /** Whether there is something to take back. */
  isChanged: boolean
}

export function viewOf(looked: LookedAt): OwnFileView {
  const { own, block, source, blockSource } = looked
  const step = own.given?.text ?? source.text
  const begin = blockSource?.text ?? step
  const kept = block
    ? own.blocks?.[block]
    : own.text === undefined
      ? undefined
      : { text: own.text, start: own.start! }
  const text = kept?.text ?? begin
  return {
    name: nameOf(block, looked),
    step,
    begin,
    ours: blockSource?.text ?? own.solution ?? source.text,
    kept,
    text,
    takenBack: block ? own.blocksTakenBack?.[block] : own.takenBack,
    isOpen: own.isOn && (!block || kept !== undefined),
    isChanged: block ? kept !== undefined : text !== begin || own.blocks !== undefined,
  }
}

/** What people call a file of the copy: a block's, or the server's own, whose name is empty. */
export function nameOf(block: string, { lesson, server }: Pick<LookedAt, 'lesson' | 'server'>) {
  return block.split('/').at(-1) || fileName(appOf(lesson, lesson.servers[server]!))
}
