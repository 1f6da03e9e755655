/** A code task's checks in this process: a text is compiled and answers as it does in the page. */

import { compileFunction } from 'node:vm'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import { type CodeCheck, type CodeTask, type Lesson } from '../../lessons/lesson.ts'
import { requestToWire, responseFromWire } from '../../server/stage/wire.ts'
import { loadCodeWork } from '../../web/lesson/load-code-work.ts'
import type { BrowserStage } from '../../web/stage/browser-stage.ts'
import { follow } from '../../web/stage/follow.ts'
import { compile } from '../../web/stage/own/compile.ts'
import { optionsOf, type OwnAnswers, type OwnAsked } from '../../web/stage/own/own-answers.ts'
import { type Define, type OwnServer, serverOf } from '../../web/stage/own/own-server.ts'
import { Endless } from '../../web/stage/own/run-problem.ts'
import { send } from '../../web/stage/send.ts'
import { runChecks } from '../../web/state/check-run.ts'
import type { StartText } from '../../web/state/visit.ts'
import { fetchInProcess } from './in-process.ts'
import { solutionOf } from './solution.ts'

/** Where a text is another one: what stands there once and what in its place, or the whole of the task's region. */
export type Edit = readonly [find: string, replace: string] | string

/** Ways to do a task, by what they are; each as edits of the text that it begins with. */
export interface Ways {
  /** What does what is asked, otherwise than ours does. */
  right: Record<string, readonly Edit[]>
  /** What a learner may well write and is not enough, and the first check that it falls at. */
  wrong: Record<string, { falls: string; edits: readonly Edit[] }>
}

export interface CodeWork {
  start: StartText
  solution: string
  checks: readonly CodeCheck[]
}

const BASE = 'http://localhost:3000/'

/** No learner's loop is as long as this. */
const TURNS = 1_000_000

/** What a task is made of. */
export async function codeWorkOf(lesson: Lesson, task: CodeTask): Promise<CodeWork> {
  const { start, solution, checks } = await loadCodeWork(lesson, task)
  return { start, solution: solution?.text ?? solutionOf(lesson, task), checks }
}

/**
 * Edits the text that a task begins with.
 *
 * @throws Error where what is to be replaced stands there not at all, or more than once.
 */
export function edited(
  { text, regions }: StartText,
  region: string,
  edits: readonly Edit[],
): string {
  return edits.reduce<string>((now, edit) => {
    const [find, replace] =
      typeof edit === 'string' ? [regionText(text, regions, region), edit] : edit
    const parts = now.split(find)
    if (parts.length !== 2) throw new Error(`stands there ${parts.length - 1} times: ${find}`)
    return parts.join(replace)
  }, text)
}

function regionText(text: string, regions: StartText['regions'], wanted: string): string {
  const { first, last } = regions.find(({ name }) => name === wanted)!
  return text
    .split('\n')
    .slice(first - 1, last)
    .join('\n')
}

/** What came of a check. */
export interface Checked {
  id: string
  holds: boolean
  exchange: Exchange
}

/**
 * Runs a task's checks on a text, in order.
 *
 * @throws OwnFailure where the text cannot be run, Error where it breaks as it starts.
 */
export async function checked(
  lesson: Lesson,
  task: CodeTask,
  checks: readonly CodeCheck[],
  text: string,
): Promise<Checked[]> {
  const answers = answersInProcess(lesson, task.server, text)
  const results: Checked[] = []
  await runChecks(
    checks,
    async ({ stopped }, draft) => {
      // What is asked of another server is answered by that one, as in the page.
      const isOwn = draft.server === task.server
      const sent = await send(draft, {
        lesson,
        mode: isOwn ? 'own' : 'browser',
        base: BASE,
        stage: { fetch: (request: Request) => fetchInProcess(request) } as BrowserStage,
        ...(isOwn && { own: { answers, source: { key: task.id, text } } }),
        cookie: '',
        stopped,
      })
      return { ...sent, id: results.length + 1, page: task.id, origin: 'check' }
    },
    ({ id, holds }, exchange) => results.push({ id, holds: holds(exchange), exchange }),
  )
  return results
}

function answersInProcess(lesson: Lesson, id: string, text: string): OwnAnswers {
  const options = optionsOf(lesson, id, BASE)
  let server: OwnServer | undefined
  const start = async () => {
    const { code } = compile(text)
    const define = compileFunction(code, ['require', 'module', 'exports']) as Define
    let turns = 0
    const turn = (from: number, to: number) => {
      if (++turns > TURNS) throw new Endless([from, to])
    }
    // As the page does for a copy: it may ask the server that it calls, and no other.
    const askUpstream: typeof fetch = async (input, init) => {
      const request = new Request(input, init)
      if (!request.url.startsWith(`${options.upstream}/`)) throw new TypeError('fetch failed')
      return fetchInProcess(request)
    }
    const made = serverOf(define, { options, parts: [{ firstLine: 1 }], turn, fetch: askUpstream })
    const problem = await made.begun
    if (problem) throw new Error(problem.text)
    return made
  }
  return {
    async fetch(request: Request, { source }: OwnAsked) {
      const { answer } = (server ??= await start())
      const problems: { kind: 'thrown' | 'endless'; text: string; from: number; to: number }[] = []
      const { answer: wire, finalUrl } = await follow(
        await requestToWire(request),
        async (asked) => {
          const answered = await answer(asked)
          problems.push(
            ...answered.problems.map(({ kind, text: said }) => ({
              kind,
              text: said,
              from: 0,
              to: 0,
            })),
          )
          return answered.response
        },
      )
      const response = Object.assign(responseFromWire(wire), finalUrl && { finalUrl })
      return { response, own: { ...source, problems } }
    },
    prepare: async () => {},
    stop: () => {},
  }
}

/** The code tasks of all lessons, with the ways to do them. */
export const waysOf = Object.fromEntries(
  Object.entries(
    import.meta.glob<Record<string, Ways>>('../lessons/code-tasks/*.ts', {
      eager: true,
      import: 'default',
    }),
  ).map(([file, ways]) => [file.replace(/^.*\/|\.ts$/g, ''), ways]),
)
