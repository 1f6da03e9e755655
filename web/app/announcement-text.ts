/** An announcement of the state in words, for the page's live region. */

import { reasonPhrase } from '../exchange/reason-phrases.ts'
import type { Prose } from '../lesson/prose.ts'
import type { Announcement } from '../state/announcement.ts'
import { isRead, type TaskProgress } from '../state/progress.ts'
import { announcementWords } from '../words/announcement.ts'
import type { Words } from '../words/en.ts'
import { readingWords } from '../words/reading.ts'

/** Whether what was predicted or read is what came. */
function outcomeOf(task: TaskProgress | undefined, { id, task: words }: Words): string[] {
  const { prediction, reading } = task ?? {}
  if (prediction?.came === '') return [words.none]
  if (prediction?.came)
    return [prediction.came === prediction.option ? words.right : words.surprise]
  if (reading?.came === undefined) return []
  return [readingWords[id][isRead(reading) ? 'right' : 'other']]
}

/** @param prose of the lesson that is open: it has the titles of the tasks. */
export async function announcementText(
  announcement: Announcement,
  words: Words,
  prose: Prose | undefined,
): Promise<string> {
  const own = announcementWords[words.id]
  switch (announcement.kind) {
    case 'answered': {
      const { exchange, isShown, finished, task } = announcement
      const { status } = exchange.response
      return [
        isShown ? own.answered(status, reasonPhrase(status)) : own.elsewhere,
        ...outcomeOf(task, words),
        ...finished.map(({ id }) => own.ticked(prose?.pages[id]?.title ?? id)),
      ]
        .map((sentence) => sentence.replace(/\.$/, ''))
        .join('. ')
    }
    case 'still-sending':
      return own.stillSending
    case 'predict-first':
      return words.task.predictFirst
    case 'mode':
      return words.mode[announcement.mode]
    case 'theme':
      return `${words.theme.label}: ${words.theme[announcement.theme]}`
    case 'started-over': {
      const { lesson, page } = announcement.what
      if (page !== undefined) return own.openAgain
      if (lesson !== undefined) return own.startedOver
      const { startWords } = await import('../words/start.ts')
      return startWords[words.id].startedOver
    }
    case 'checked': {
      const { ownWords } = await import('../words/own.ts')
      const { checked, allHold } = ownWords[words.id]
      const { held, all, finished } = announcement
      return [
        held === all ? allHold : checked(held, all),
        ...finished.map(({ id }) => own.ticked(prose?.pages[id]?.title ?? id)),
      ].join(' ')
    }
    default:
      return announcement satisfies never
  }
}
