/** The lesson's context for elements that stand in its column, until the test is over. */

import { ContextProvider } from '@lit/context'
import { html } from 'lit'
import firstSteps from '../../lessons/1-first-steps/lesson.ts'
import { type LessonContext, lessonContext } from '../../web/lesson/lesson-context.ts'
import { en } from '../../web/words/en.ts'

export const emptyContext: LessonContext = {
  lesson: firstSteps,
  prose: {
    title: '',
    pages: {},
    participants: {},
    flow: {},
    attacks: {},
    help: () => Promise.resolve({ pages: {}, detectors: {} }),
    notes: () => Promise.resolve(html``),
  },
  words: en,
  sources: {},
  exchanges: [],
  cookiesFor: () => [],
}

const provider = new ContextProvider(document.body, {
  context: lessonContext,
  initialValue: emptyContext,
})

/** Says what the lesson is from now on. */
export function provideContext(part: Partial<LessonContext>): void {
  provider.setValue({ ...emptyContext, ...part })
}
