/** A page of somebody else's, on another port: it frames what it likes, and sends it all that ours once obeyed. */

import { Hono } from 'hono'
import type { Frame, Page } from 'playwright'
import { listen } from '../../../server/node/listen.ts'
import type { Playground } from './playground.ts'

const OWNED = '<h1>owned</h1><form><input name="password"><button>Log in</button></form>'

/** What pages and frames of ours obeyed once, or obey when it comes through their own channel. */
const MESSAGES = [
  { type: 'pane', html: OWNED },
  { type: 'pane', kind: 'link', href: './' },
  { type: 'attack', kind: 'show', page: OWNED, cookies: 'owned=1' },
  { type: 'attack', kind: 'run', script: `parent.postMessage('owned', '*')` },
  { type: 'attack', kind: 'submitted' },
  { html: OWNED },
  { kind: 'link', href: './' },
  { kind: 'show', page: OWNED, cookies: 'owned=1' },
  { kind: 'run' },
  { kind: 'submitted' },
  { kind: 'docs-leave' },
  {
    kind: 'docs-exchange',
    request: { method: 'GET', url: '', headers: [], body: '' },
    response: { status: 200, url: '', headers: [], body: 'owned' },
    milliseconds: 1,
  },
]

const PAGE = `<!doctype html><title>A stranger</title><body><script>
const heard = []
const hear = ({ data }) => heard.push(data)
addEventListener('message', hear)

/** Sends everything to a window, with a port for it to answer through, and through that port too. */
function harass(view) {
  for (const message of ${JSON.stringify(MESSAGES)}) {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = hear
    view.postMessage(message, '*', [port2])
    port1.postMessage(message)
  }
  view.postMessage('last', '*')
}
function frameIn(src, sandbox) {
  const frame = document.createElement('iframe')
  if (sandbox !== null) frame.setAttribute('sandbox', sandbox)
  frame.src = src
  return new Promise((resolve) => {
    frame.onload = () => resolve()
    document.body.append(frame)
  })
}
</script>`

export async function startStranger(): Promise<Playground> {
  const site = new Hono().get('/', (c) => c.html(PAGE))
  const { server, port } = await listen(site, { host: '127.0.0.1', port: 0 })
  return {
    url: `http://localhost:${port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

/** What the stranger's own script has, for code that runs in its page. */
interface StrangersWindow {
  heard: unknown[]
  harass: (view: Window) => void
  frameIn: (src: string, sandbox: string | null) => Promise<void>
}

/** Has the stranger's page frame an address below whatever it frames, and gives the frame once it is loaded. */
export async function framed(page: Page, src: string, sandbox: string | null): Promise<Frame> {
  await page.evaluate(
    ([src, sandbox]) => (globalThis as unknown as StrangersWindow).frameIn(src, sandbox),
    [src, sandbox] as const,
  )
  return page.frames().at(-1)!
}

/**
 * Has the stranger send everything to a window, and waits until all of it has arrived.
 *
 * @param target as an expression of the stranger's page.
 * @returns what the stranger was answered.
 */
export async function harassed(page: Page, target: string, arrives: Frame): Promise<unknown[]> {
  const arrived = await arrives.evaluateHandle(() => ({
    last: new Promise((resolve) => {
      addEventListener('message', ({ data }) => data === 'last' && resolve(data))
    }),
  }))
  await page.evaluate(`harass(${target})`)
  await arrived.evaluate(({ last }) => last)
  return page.evaluate('heard')
}
