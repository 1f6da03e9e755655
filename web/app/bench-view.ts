/** The request that is written, and what came of the last one. */

import { html, nothing } from 'lit'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import { hasCalls, type Lesson } from '../../lessons/lesson.ts'
import '../exchange/result.ts'
import '../request/request-form.ts'
import type { Playground } from '../state/playground.ts'
import type { Visit } from '../state/visit.ts'
import { beforeShown, isReloaded } from '../state/bench-facts.ts'
import type { Words } from '../words/en.ts'

/** @param exchanges of the lesson, oldest first. */
export function benchView(
  playground: Playground,
  { lesson, page }: Visit,
  exchanges: readonly Exchange[],
  words: Words,
) {
  const { workbench, saved } = playground
  const { draft } = workbench
  // A copy of one's own may make other checks than ours.
  const foreseen = workbench.answering === 'own' ? undefined : draft
  return html`<bp-request-form
        id="request"
        .draft=${draft}
        .servers=${serverChoices(lesson)}
        url=${workbench.url}
        .problem=${workbench.composer.problem}
        ?parked=${workbench.composer.parked !== undefined}
        ?recalling=${playground.atHand?.isRecalled}
        .suggestions=${playground.atHand?.suggestions}
        hold=${workbench.mustPredict ? words.task.predictFirst : ''}
        ?sending=${workbench.sending}
        ?stoppable=${hasCalls(lesson)}
        ?stopped=${workbench.stopped}
        ?weak=${lesson.servers[draft.server]?.weak === true && workbench.answering !== 'own'}
        issued=${workbench.issued}
        ?whole=${page.kind === 'decode' || page.whole === true}
        shell=${saved.data.shell ?? 'posix'}
        .words=${words}
      >
        <bp-request-menu
          slot="requests"
          .lesson=${lesson}
          .page=${page}
          .exchanges=${exchanges}
          .draft=${draft}
          .words=${words}
        ></bp-request-menu>
        ${
          lesson.clock
            ? html`<bp-lab-clock
                slot="folds"
                .now=${workbench.now}
                .page=${page}
                ?wanted=${page.clock === true}
                .exchanges=${exchanges}
                .draft=${draft}
                .words=${words}
              ></bp-lab-clock>`
            : nothing
        }
      </bp-request-form>
      <bp-result
        .lesson=${lesson}
        .draft=${foreseen}
        .exchange=${workbench.shown}
        .previous=${beforeShown(workbench)}
        ?earlier=${workbench.composer.problem !== undefined && workbench.shown === workbench.journal.newest}
        begun=${exchanges.length > 0 ? 'elsewhere' : isReloaded(workbench) ? 'before' : 'not'}
        server=${draft.server}
        .failed=${workbench.failed}
        .busy=${workbench.busy}
        .words=${words}
      ></bp-result>
      <p class="way" role="status">${wayNote(playground, words)}</p>`
}

/** What there is to know about the way to the server in this browser. */
function wayNote({ responder }: Playground, { mode: texts }: Words): string {
  const { mode, route } = responder
  if (mode === 'real') return ''
  if (route === 'failed') return texts.failed
  if (route !== 'direct') return ''
  return isSecureContext ? texts.direct : `${texts.direct} ${texts.insecure}`
}

/** The lesson's servers as the form offers them: their path, and a mark where they are weak on purpose. */
function serverChoices({ servers }: Lesson) {
  return Object.entries(servers).map(([id, { path, weak }]) => ({
    id,
    path: `…/${path}${weak ? ' ⚠' : ''}`,
  }))
}
