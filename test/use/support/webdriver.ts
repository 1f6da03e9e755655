/** A WebDriver client of a page: the commands of the W3C recommendation that tests of use need. */

import { type Key, KEYS, type Size, type Window } from './driver.ts'

/** Sends one command, and gives what came of it. */
export type Command = (
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
) => Promise<unknown>

/** Commands for the driver at `url`; each rejects with what the driver says is wrong. */
export function commands(url: string): Command {
  return async (method, path, body) => {
    const response = await fetch(url + path, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    })
    const { value } = (await response.json()) as { value: unknown }
    if (response.ok) return value
    const { error, message } = value as { error: string; message: string }
    throw new Error(`${method} ${path}: ${error}: ${message}`)
  }
}

/** The frame in which something has the focus, through open shadow roots; null where the page itself has it. */
const FOCUSED_FRAME = `
  function* frames(root) {
    for (const element of root.querySelectorAll('*')) {
      if (element.localName === 'iframe') yield element
      if (element.shadowRoot) yield* frames(element.shadowRoot)
    }
  }
  // WebKit's driver gives the focus back to the page at each choice of a tab, and the page's body has it then.
  const isIn = (inner) => inner?.activeElement && inner.activeElement !== inner.body
  if (isIn(document)) return null
  return [...frames(document)].find((frame) => isIn(frame.contentDocument)) ?? null`

/**
 * A tab of a session.
 *
 * @param session commands below the session's path. They speak to one tab at a time: each is preceded by
 *   the choice of this one.
 */
export function windowOf(session: Command, handle: string): Window {
  const here: Command = async (method, path, body) => {
    await session('POST', '/window', { handle })
    return session(method, path, body)
  }
  const click = (actions: object[]) => {
    const parameters = { pointerType: 'mouse' }
    return here('POST', '/actions', {
      actions: [{ type: 'pointer', id: 'pointer', parameters, actions }],
    })
  }
  const press = async (actions: object[]) => {
    const frame = await here('POST', '/execute/sync', { script: FOCUSED_FRAME, args: [] })
    if (frame) await session('POST', '/frame', { id: frame })
    await session('POST', '/actions', { actions: [{ type: 'key', id: 'key', actions }] })
    if (frame) await session('POST', '/frame', { id: null })
  }
  const evaluate = async (expression: string) => {
    const { value, error } = (await here('POST', '/execute/async', {
      script: `const done = arguments[0]
        Promise.resolve().then(() => ${expression}).then(
          (value) => done({ value }), (error) => done({ error: String(error) }))`,
      args: [],
    })) as { value?: unknown; error?: string }
    if (error !== undefined) throw new Error(error)
    return value
  }
  return {
    goTo: async (url) => void (await here('POST', '/url', { url })),
    reload: async () => void (await here('POST', '/refresh')),
    back: async () => void (await here('POST', '/back')),
    evaluate,
    clickAt: async (x, y) =>
      void (await click([
        { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ])),
    type: (text) => press(Array.from(text).flatMap(strokes)),
    press: (key) => press(strokes(codeOf(key))),
    screenshot: async () => Buffer.from((await here('GET', '/screenshot')) as string, 'base64'),
    resize: async (size) => {
      // The frame of the window belongs to its size, and how wide that is only the page can tell.
      await here('POST', '/window/rect', size)
      const { width, height } = (await evaluate(
        '({ width: innerWidth, height: innerHeight })',
      )) as Size
      await here('POST', '/window/rect', {
        width: 2 * size.width - width,
        height: 2 * size.height - height,
      })
    },
    close: async () => void (await here('DELETE', '/window')),
  }
}

const codeOf = (key: Key): string => (key in KEYS ? KEYS[key as keyof typeof KEYS] : key)

const strokes = (value: string) => [
  { type: 'keyDown', value },
  { type: 'keyUp', value },
]
