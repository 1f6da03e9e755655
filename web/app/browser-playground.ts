/** The state of the playground in a browser: with its storage, its tabs and whoever answers in it. */

import { laterStage } from '../stage/later-stage.ts'
import { hasRealServer } from '../stage/real-server.ts'
import { OwnCopies } from '../state/own-copies.ts'
import { Playground } from '../state/playground.ts'
import { Responder } from '../state/responder.ts'
import type { Route } from '../state/route.ts'
import { SavedState } from '../state/saved-state.ts'
import { resetChannel, RESET } from '../kit/reset-channel.ts'
import { SavedStorage } from '../state/storage.ts'
import type { Theme } from '../state/stored.ts'

// Reading can begin without these.
const loadSend = () => import('../stage/send.ts')
const loadStage = () => import('../stage/browser-stage.ts')
const loadOwn = () => import('../stage/own/own-answers.ts')

/** The document that a learner's own copy runs in. */
async function ownDocument(): Promise<string> {
  const { documents } = await import('../two-servers/frames/documents.ts')
  return documents.createHTML('own')
}

/**
 * Makes the state of a page.
 *
 * @param base URL of the playground, with a slash at its end.
 * @param open leads to a place; what is left out of the route stays as it is.
 */
export function browserPlayground(base: string, open: (route: Partial<Route>) => void): Playground {
  const path = new URL(base).pathname
  const storage = new SavedStorage({
    path,
    storage: () => localStorage,
    // None where the page is no secure context.
    locks: navigator.locks ?? null,
  })
  const saved = new SavedState(storage)
  const stage = laterStage(async () => (await loadStage()).createBrowserStage({ base: path }))
  const own = new OwnCopies({ path, storage: () => localStorage })
  const responder = new Responder({
    base,
    wanted: saved.data.mode,
    stage,
    loadOwn: async () => (await loadOwn()).createOwnAnswers({ base, stage, document: ownDocument }),
    send: async (draft, options) => (await loadSend()).send(draft, options),
    hasRealServer,
  })
  // What a file that does not come means is said to who sends.
  loadSend().catch(() => {})
  const playground = new Playground({ saved, responder, own, base, open })
  // The page was reloaded with a newer version of it.
  if (history.state === 'renewed') void takeOver(playground, base)
  return playground
}

/** Takes over the journal of the version before. */
async function takeOver({ workbench }: Playground, base: string) {
  const { takeOver } = await import('../offline/hand-over.ts')
  takeOver(workbench.journal, base)
}

/**
 * Keeps what is saved in step with the other tabs; gives what ends that.
 *
 * @param base URL of the playground, with a slash at its end.
 */
export function keepInStep(playground: Playground, base: string): () => void {
  const { saved, own, onChange } = playground
  const channel = resetChannel(base)
  channel.addEventListener('message', ({ data }) => {
    if (data === RESET) void import('./reset.ts').then(({ beginAnew }) => beginAnew(playground))
  })
  const refresh = () => saved.refresh()
  const flush = () => saved.flush()
  const listeners: [EventTarget, string, (event: Event) => void][] = [
    [
      window,
      'storage',
      (event) => {
        saved.hear(event as StorageEvent)
        if (own.hear(event as StorageEvent)) onChange()
      },
    ],
    // A page that was put away hears nothing.
    [window, 'pageshow', refresh],
    [window, 'pagehide', flush],
    [document, 'visibilitychange', () => (document.hidden ? flush() : refresh())],
  ]
  for (const [target, name, listener] of listeners) target.addEventListener(name, listener)
  return () => {
    channel.close()
    for (const [target, name, listener] of listeners) target.removeEventListener(name, listener)
  }
}

/** Gives the page its colours. */
export function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset['theme']
  else dataset['theme'] = theme
}
