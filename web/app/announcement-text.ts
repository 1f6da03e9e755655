/** An announcement of the state in words, for the page's live region. */

import { reasonPhrase } from '../exchange/reason-phrases.ts'
import type { Prose } from '../lesson/prose.ts'
import type { Announcement } from '../state/announcement.ts'
import { isRead, type TaskProgress } from '../state/progress.ts'
import type { Words } from '../words/en.ts'

/** Whether what was predicted or read is what came. */
function outcomeOf(task: TaskProgress | undefined, { task: words }: Words): string[] {
  const { prediction, reading } = task ?? {}
  if (prediction?.came === '') return [words.none]
  if (prediction?.came)
    return [prediction.came === prediction.option ? words.right : words.surprise]
  if (reading?.came === undefined) return []
  return [isRead(reading) ? words.readRight : words.readOther]
}

/** @param prose of the lesson that is open: it has the titles of the tasks. */
export async function announcementText(
  announcement: Announcement,
  words: Words,
  prose: Prose | undefined,
): Promise<string> {
  switch (announcement.kind) {
    case 'answered': {
      const { exchange, isShown, finished, task } = announcement
      const { status } = exchange.response
      const { announce, elsewhere } = words.exchange
      return [
        isShown ? announce(status, reasonPhrase(status)) : elsewhere,
        ...outcomeOf(task, words),
        ...finished.map(({ id }) => words.task.ticked(prose?.pages[id]?.title ?? id)),
      ]
        .map((sentence) => sentence.replace(/\.$/, ''))
        .join('. ')
    }
    case 'still-sending':
      return words.form.stillSending
    case 'predict-first':
      return words.task.predictFirst
    case 'mode':
      return words.mode[announcement.mode]
    case 'theme':
      return `${words.theme.label}: ${words.theme[announcement.theme]}`
    case 'started-over': {
      const { lesson, page } = announcement.what
      if (page !== undefined) return words.task.openAgain
      if (lesson !== undefined) return words.startedOver
      const { startWords } = await import('../words/start.ts')
      return startWords[words.id].startedOver
    }
    case 'checked': {
      const { ownWords } = await import('../words/own.ts')
      const { checked, allHold } = ownWords[words.id]
      const { held, all, finished } = announcement
      return [
        held === all ? allHold : checked(held, all),
        ...finished.map(({ id }) => words.task.ticked(prose?.pages[id]?.title ?? id)),
      ].join(' ')
    }
    default:
      return announcement satisfies never
  }
}
