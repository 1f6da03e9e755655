/** What a person does, as commands: plain data that another window could have sent. */

import { describe, expect, test, vi } from 'vitest'
import firstSteps from '../../../lessons/1-first-steps/lesson.ts'
import jwt from '../../../lessons/4-jwt/lesson.ts'
import type { RequestDraft } from '../../../lessons/exchange/exchange.ts'
import type { Announcement } from '../../../web/state/announcement.ts'
import type { Command } from '../../../web/state/command.ts'
import { Playground } from '../../../web/state/playground.ts'
import type { Responder } from '../../../web/state/responder.ts'
import { exchangeOf } from '../../support/exchange.ts'
import { BASE, emptyCopies, emptyState, visitTo } from './support/state.ts'

const lessons = [firstSteps, jwt]

/** Answers as the step app itself does. */
const appAnswers: Responder['send'] = (draft, { lesson }) => exchangeOf(lesson, draft)

/** A playground in which nothing but commands is done; each crosses to it as between windows. */
function playgroundWith(send: Responder['send'] = appAnswers) {
  const responder: Partial<Responder> = {
    mode: 'browser',
    send,
    restartOwn: async () => {},
    change(mode) {
      responder.mode = mode
      return true
    },
  }
  const said: Announcement[] = []
  const done: Command[] = []
  const state = new Playground({
    saved: emptyState(),
    responder: responder as Responder,
    own: emptyCopies(),
    base: BASE,
    open: ({ lesson = state.workbench.visit?.lesson.slug, page }) =>
      state.enter(
        visitTo(
          lessons.find(({ slug }) => slug === lesson)!,
          page,
        ),
      ),
  })
  state.onAnnouncement = (announcement) => said.push(announcement)
  state.onPerformed = (command) => done.push(command)
  const perform = async (...commands: Command[]) => {
    for (const command of commands) await state.perform(crossing(command))
  }
  return { state, perform, said, done }
}

/** What comes of data on its way to another window. */
function crossing(command: Command): Command {
  const cloned = structuredClone(command)
  const written = JSON.parse(JSON.stringify(command)) as Command
  expect(written).toEqual(cloned)
  return written
}

const atKnock: Command = { kind: 'open', route: { lesson: 'first-steps', page: 'knock' } }

const draft: RequestDraft = { server: 'api', method: 'GET', path: '/', headers: [], body: '' }

describe('commands that crossed a window', () => {
  test('do a whole first task: it is predicted, sent, answered, and done', async () => {
    const { state, perform, said } = playgroundWith()
    await perform(atKnock, { kind: 'predict', option: 'unauthorized' })
    expect(state.progress.all['first-steps']).toEqual({
      knock: { parts: [], prediction: { option: 'unauthorized', came: 'unauthorized' } },
    })
    expect(said).toMatchObject([{ kind: 'answered', isShown: true, finished: [{ id: 'knock' }] }])
    expect(state.workbench.shown?.response.status).toBe(401)
  })

  test('do a task by hand: a request is taken, changed, sent, and seen to prove it', async () => {
    const { state, perform } = playgroundWith()
    const headers: RequestDraft['headers'] = [['Authorization', 'Bearer mine']]
    await perform(
      { kind: 'open', route: { lesson: 'first-steps', page: 'invent' } },
      { kind: 'use-request', request: 'no-header' },
      { kind: 'edit-draft', draft: { ...draft, path: '/items/', headers } },
      { kind: 'send' },
    )
    expect(state.progress.all['first-steps']?.['invent']).toEqual({ parts: ['passed'] })
    expect(state.hasNews).toBe(true)
  })

  test('an answer that proves nothing of a task begun again is no news of it', async () => {
    const { state, perform, said } = playgroundWith()
    await perform(atKnock, { kind: 'predict', option: 'unauthorized' })
    expect(state.hasNews).toBe(true)
    await perform(
      { kind: 'start-over', what: { lesson: 'first-steps', page: 'knock' } },
      { kind: 'edit-draft', draft: { ...draft, path: '/items/', headers: [['X-A', 'b']] } },
      { kind: 'send' },
    )
    expect(state.hasNews).toBe(false)
    expect(said.at(-1)).toMatchObject({ kind: 'answered', finished: [] })
    expect(said.at(-1)).not.toHaveProperty('task')
  })

  const COMMANDS: Record<
    Exclude<Command['kind'], 'open'>,
    [command: Command, changed?: (state: Playground) => unknown]
  > = {
    'start-over': [
      { kind: 'start-over', what: { lesson: 'first-steps', page: 'knock' } },
      ({ workbench }) => workbench.shown,
    ],
    'take-in': [
      {
        kind: 'take-in',
        file: {
          stored: {
            course: {
              epoch: 0,
              lessons: { jwt: { epoch: 0, tasks: { verify: { epoch: 0, parts: ['held'] } } } },
            },
          },
          copies: { '4-jwt/app:verify': { text: 'mine', start: 'ours' } },
        },
      },
      ({ progress, own }) => [progress.all['jwt'], own.copies],
    ],
    'edit-draft': [{ kind: 'edit-draft', draft }, ({ workbench }) => workbench.draft],
    'use-request': [{ kind: 'use-request', request: 'basic' }, ({ workbench }) => workbench.draft],
    // The request on the bench is the only one that was sent.
    'use-sent': [{ kind: 'use-sent', id: 1 }],
    recall: [{ kind: 'recall', by: 1 }],
    'send-again': [
      { kind: 'send-again', id: 1 },
      ({ workbench }) => workbench.journal.exchanges.length,
    ],
    'ask-for-suggestions': [{ kind: 'ask-for-suggestions' }, ({ atHand }) => atHand?.suggestions],
    'use-token': [{ kind: 'use-token', token: 'a.b.c' }, ({ workbench }) => workbench.draft],
    'use-cookie': [{ kind: 'use-cookie', cookie: 'a=b' }, ({ workbench }) => workbench.draft],
    send: [{ kind: 'send' }, ({ workbench }) => workbench.journal.exchanges.length],
    cancel: [{ kind: 'cancel' }],
    'send-in-browser': [
      { kind: 'send-in-browser' },
      ({ workbench }) => workbench.journal.exchanges.length,
    ],
    navigate: [
      {
        kind: 'navigate',
        navigation: { method: 'GET', url: `${BASE}lessons/first-steps/api/items/?a=b`, body: '' },
      },
      ({ workbench }) => workbench.journal.newest?.request.path,
    ],
    attack: [
      { kind: 'attack', attacks: [{ draft, attacked: 'api' }] },
      ({ workbench }) => workbench.journal.newest?.attacked,
    ],
    predict: [
      { kind: 'predict', option: 'ok' },
      ({ workbench }) => workbench.journal.exchanges.length,
    ],
    // Of this page there is nothing to read, no attack, and nothing under way.
    read: [{ kind: 'read', text: 'x' }],
    replay: [{ kind: 'replay' }],
    'change-mode': [
      { kind: 'change-mode', mode: 'real' },
      ({ responder, saved }) => [responder.mode, saved.data.mode],
    ],
    'edit-code': [
      { kind: 'edit-code', file: '1-first-steps/app', text: 'mine', start: 'ours' },
      ({ workbench }) => [workbench.own.isOn, workbench.own.get('1-first-steps/app')?.text],
    ],
    // Nothing was written, and the page has no checks.
    'reset-code': [{ kind: 'reset-code', file: '1-first-steps/app' }],
    'restore-code': [{ kind: 'restore-code', file: '1-first-steps/app' }],
    'run-checks': [{ kind: 'run-checks' }],
    stop: [{ kind: 'stop', stopped: true }, ({ workbench }) => workbench.stopped],
    'move-clock': [{ kind: 'move-clock', now: 0 }, ({ workbench }) => workbench.now?.toISOString()],
    'show-exchange': [{ kind: 'show-exchange', id: 99 }, ({ workbench }) => workbench.shown?.id],
    'clear-journal': [{ kind: 'clear-journal' }, ({ workbench }) => workbench.journal.exchanges],
    'open-tab': [{ kind: 'open-tab', tab: 'docs' }, ({ looking }) => looking.tab],
    'show-token': [
      { kind: 'show-token', token: 'a.b.c' },
      ({ looking }) => [looking.tab, looking.requestedToken],
    ],
    'show-code': [
      { kind: 'show-code', place: { file: 'security/bearer.ts', line: 3 } },
      ({ looking }) => looking.code.place,
    ],
    'show-decision': [
      {
        kind: 'show-decision',
        decision: { by: 'JWT', gate: 'expiry', because: 'expired' },
      },
      ({ looking }) => [looking.tab, looking.code.decision],
    ],
    'choose-code-language': [
      { kind: 'choose-code-language', language: 'python' },
      ({ looking }) => looking.code.language,
    ],
    'show-region': [
      { kind: 'show-region', region: 'scheme' },
      ({ looking }) => [looking.tab, looking.region],
    ],
    'choose-shell': [{ kind: 'choose-shell', shell: 'cmd' }, ({ saved }) => saved.data.shell],
    'choose-columns': [
      { kind: 'choose-columns', columns: 'lesson=300' },
      ({ saved }) => saved.data.columns,
    ],
    'choose-theme': [{ kind: 'choose-theme', theme: 'dark' }, ({ saved }) => saved.theme],
  }

  test.each(Object.entries(COMMANDS))(
    'do in the other window what they do here: %s',
    async (_, row) => {
      const [command, changed = () => undefined] = row
      const before: Command[] = [atKnock, { kind: 'predict', option: 'ok' }]
      const [here, there] = [playgroundWith(), playgroundWith()]
      for (const earlier of before) await here.state.perform(earlier)
      const unchanged = changed(here.state)
      await here.state.perform(command)
      await there.perform(...before, command)
      expect(changed(there.state)).toEqual(changed(here.state))
      if (row[1]) expect(changed(here.state)).not.toEqual(unchanged)
      expect(there.done).toEqual([...before, command])
    },
  )
})

describe('an open page', () => {
  test('is told of as a command, though its address led to it', () => {
    const { state, done } = playgroundWith()
    state.enter(visitTo(firstSteps, 'story'))
    expect(done).toEqual([{ kind: 'open', route: { lesson: 'first-steps', page: 'story' } }])
  })

  test('keeps the small browser only in its own lesson', async () => {
    const { state, perform } = playgroundWith()
    await perform(atKnock, { kind: 'open-tab', tab: 'pane' })
    await perform({ kind: 'open', route: { page: 'story' } })
    expect(state.looking.tab).toBe('pane')
    await perform({ kind: 'open', route: { lesson: 'jwt' } })
    expect(state.looking.tab).toBe('code')
  })

  test('with a code task shows the code, whatever was looked at before', async () => {
    const { state, perform } = playgroundWith()
    await perform(atKnock, { kind: 'open-tab', tab: 'docs' })
    await perform({ kind: 'open', route: { page: 'guard' } })
    expect(state.looking).toMatchObject({ tab: 'code', region: 'scheme' })
  })

  test('leaves the docs page behind, which one page was about, and shows the code', async () => {
    const { state, perform } = playgroundWith()
    await perform(atKnock, { kind: 'open-tab', tab: 'docs' })
    await perform({ kind: 'open', route: { page: 'story' } })
    expect(state.looking.tab).toBe('code')
    await perform({ kind: 'open-tab', tab: 'docs' })
    await perform({ kind: 'open', route: { page: 'authorize' } })
    expect(state.looking.tab).toBe('docs')
  })

  test('of another lesson shows no token, no code and no decision of the one before', async () => {
    const { state, perform } = playgroundWith()
    await perform(
      atKnock,
      { kind: 'show-code', place: { file: 'security/bearer.ts' } },
      { kind: 'show-token', token: 'a.b.c' },
      { kind: 'open', route: { lesson: 'jwt' } },
    )
    expect(state.looking).toMatchObject({ tab: 'code', requestedToken: undefined, region: '' })
    expect(state.looking.code).toEqual({ language: 'typescript' })
  })

  test('shows a file that was opened on the page before, and no decision of an answer that is gone', async () => {
    const { state, perform } = playgroundWith()
    const place = { file: 'security/bearer.ts' }
    const story: Command = { kind: 'open', route: { page: 'story' } }
    await perform(atKnock, { kind: 'show-code', place }, story)
    expect(state.looking.code.place).toEqual(place)
    const decision = { by: 'JWT', gate: 'expiry', because: 'expired' }
    await perform(atKnock, { kind: 'show-decision', decision }, story)
    expect(state.looking.code).toEqual({ language: 'typescript' })
  })

  test('of a lesson that is started over is the first again', async () => {
    const { state, perform, said } = playgroundWith()
    await perform({ kind: 'open', route: { lesson: 'first-steps', page: 'story' } })
    await perform({ kind: 'start-over', what: { lesson: 'first-steps' } })
    expect(state.workbench.visit?.page.id).toBe('knock')
    expect(said).toEqual([{ kind: 'started-over', what: { lesson: 'first-steps' } }])
  })
})

describe('while an answer is still to come', () => {
  const waiting = () => playgroundWith(() => new Promise(() => {}))

  test.each<Command>([
    { kind: 'predict', option: 'ok' },
    { kind: 'send-again', id: 1 },
    { kind: 'attack', attacks: [{ draft, attacked: 'api' }] },
    {
      kind: 'navigate',
      navigation: { method: 'GET', url: `${BASE}lessons/first-steps/api/x`, body: '' },
    },
  ])('$kind has to wait, and that is said', async (command) => {
    const { state, perform, said } = waiting()
    await perform(atKnock, { kind: 'edit-draft', draft })
    const sending = state.perform({ kind: 'send' })
    await perform(command)
    expect(said).toEqual([{ kind: 'still-sending' }])
    expect(state.workbench.draft).toEqual(draft)
    await perform({ kind: 'cancel' })
    await sending
    expect(state.workbench.failed).toBe('cancelled')
  })

  test('a change of who answers gives it up', async () => {
    const { state, perform, said } = waiting()
    await perform(atKnock, { kind: 'edit-draft', draft })
    const sending = state.perform({ kind: 'send' })
    await perform({ kind: 'change-mode', mode: 'real' })
    await sending
    expect(state.workbench.sending).toBe(false)
    expect(said).toContainEqual({ kind: 'mode', mode: 'real' })
  })
})

test('a request that is to be predicted first is not sent', async () => {
  const send = vi.fn(appAnswers)
  const { perform, said } = playgroundWith(send)
  await perform(atKnock, { kind: 'send' })
  expect(said).toEqual([{ kind: 'predict-first' }])
  expect(send).not.toHaveBeenCalled()
})

test('what is taken back in another tab leaves the journal here', async () => {
  const { state, perform } = playgroundWith()
  await perform(atKnock, { kind: 'predict', option: 'ok' })
  state.saved.forget({ lesson: 'first-steps', page: 'knock' })
  expect(state.workbench.journal.exchanges).toEqual([])
  expect(state.workbench.shown).toBeUndefined()
})
