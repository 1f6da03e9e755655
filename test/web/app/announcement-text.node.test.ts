/** What a screen reader hears when an answer came. */

import { expect, test } from 'vitest'
import { announcementText } from '../../../web/app/announcement-text.ts'
import type { TaskProgress } from '../../../web/state/progress.ts'
import { en } from '../../../web/words/en.ts'
import { readingWords } from '../../../web/words/reading.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'

const exchange = exchangeWith({})
const answer = 'Answer: 401 Unauthorized'

test.each<[what: string, task: TaskProgress | undefined, said: string]>([
  ['nothing of the task changed', undefined, answer],
  ['a part was ticked', { parts: ['one'] }, answer],
  [
    'the prediction was right',
    { parts: [], prediction: { option: 'a', came: 'a' } },
    `${answer}. ${en.task.right}`,
  ],
  [
    'the prediction was wrong',
    { parts: [], prediction: { option: 'a', came: 'b' } },
    `${answer}. ${en.task.surprise}`,
  ],
  [
    'nothing came that could be predicted',
    { parts: [], prediction: { option: 'a', came: '' } },
    `${answer}. ${en.task.none}`,
  ],
  [
    'the same was read',
    { parts: [], reading: { text: 'a', came: 'a' } },
    `${answer}. ${readingWords.en.right}`,
  ],
  [
    'something else was read',
    { parts: [], reading: { text: 'a', came: 'b' } },
    `${answer}. ${readingWords.en.other}`,
  ],
])('%s', async (_, task, said) => {
  const announcement = { kind: 'answered' as const, exchange, isShown: true, finished: [] }
  const text = await announcementText({ ...announcement, ...(task && { task }) }, en, undefined)
  expect(text).toBe(said.replace(/\.$/, ''))
})
