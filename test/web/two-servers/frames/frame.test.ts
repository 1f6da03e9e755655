/** A frame of ours: of no origin and no address, started once, and spoken to through one channel. */

import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Frame } from '../../../../web/two-servers/frames/frame.ts'
import '../../../../web/two-servers/frames/frame.ts'
import { heard, mount, next, one } from '../../../support/fixture.ts'

const STOLEN = '<p>stolen</p>'

async function start(document: Frame['document']) {
  const ready = next(globalThis.document, 'frame-ready')
  const frame = await mount('bp-frame', { document, label: 'A page' })
  await ready
  return frame
}

test.each(['pane', 'attack'] as const)('%s has no origin and no address', async (document) => {
  const frame = await start(document)
  const view = one(frame, 'iframe', HTMLIFrameElement)
  expect([...view.sandbox].sort()).toEqual(['allow-forms', 'allow-scripts'])
  expect(view.hasAttribute('src')).toBe(false)
  expect(view.contentDocument).toBeNull()
  expect(() => view.contentWindow!.document).toThrow()
})

test('what is played in it is told through the channel', async () => {
  const frame = await start('attack')
  const said = next(frame, 'frame-message')
  frame.tell({ kind: 'show', page: STOLEN, cookies: 'a=b' })
  frame.tell({ kind: 'run' })
  expect(await said).toEqual({ kind: 'left', url: 'https://thief.example/?a%3Db' })
})

/** What makes each document show a field. */
const shows = {
  pane: { html: '<input>' },
  attack: { kind: 'show', page: '<input>', cookies: '' },
}

test.each(['pane', 'attack'] as const)('Escape in %s leads out of it', async (document) => {
  const frame = await start(document)
  const said = heard(frame, 'frame-message')
  const left = next(frame, 'frame-leave')
  frame.tell(shows[document])
  const view = page.elementLocator(one(frame, 'iframe', HTMLIFrameElement))
  // The focus is put there from inside: keys of a busy browser overtake a focus that comes from outside.
  await userEvent.type(page.frameLocator(view).getByRole('textbox'), 'x{Escape}')
  await left
  expect(said).toEqual([])
})

test('it hears no other window, not even one that is the first to hand it a port', async () => {
  const frame = await start('attack')
  const view = one(frame, 'iframe', HTMLIFrameElement)
  const stranger = document.createElement('iframe')
  frame.after(stranger)
  const { Function: FunctionThere } = stranger.contentWindow as unknown as typeof globalThis
  const send = FunctionThere('frame', 'port', `frame.postMessage('port', '*', [port])`) as (
    ...given: unknown[]
  ) => void
  const { port1, port2 } = new MessageChannel()
  const answers = new Promise((resolve) => {
    port1.addEventListener('message', ({ data }) => resolve(data))
  })
  port1.start()
  port1.postMessage({ kind: 'show', page: STOLEN, cookies: 'stolen=1' })
  port1.postMessage({ kind: 'run' })

  // Moved, the document starts anew.
  view.addEventListener('load', () => send(view.contentWindow, port2), { capture: true })
  frame.parentElement!.prepend(frame)
  await next(frame, 'frame-ready')
  const said = next(frame, 'frame-message')
  frame.tell({ kind: 'show', page: '<p>ours</p>', cookies: 'ours=1' })
  frame.tell({ kind: 'run' })
  expect(await Promise.race([said, answers])).toEqual({
    kind: 'left',
    url: 'https://thief.example/?ours%3D1',
  })
})

test('drawing the element again does not start the document again, moving it does', async () => {
  const frame = await start('pane')
  const started = heard(frame, 'frame-ready')
  frame.label = 'Another name'
  await frame.updateComplete
  const again = next(frame, 'frame-ready')
  frame.parentElement!.append(document.createElement('p'), frame)
  await again
  expect(started).toHaveLength(1)
})
