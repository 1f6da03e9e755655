/** Whatever an auth server says, and whoever is said to log in: to the client server's pages it is text. */

import * as fc from 'fast-check'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { askClient, CLIENT, dataWith, FAITHFUL, loginOf } from '../support/ask-client.ts'
import { token } from './support/tokens.ts'

/** A failure is reported with it, and with the path to the smallest example. */
const SEED = 20_260_103

const log = vi.spyOn(console, 'error')
afterEach(() => {
  expect(log).not.toHaveBeenCalled()
  log.mockReset()
})
afterAll(() => log.mockRestore())

const holds = <Values extends [unknown, ...unknown[]]>(
  property: fc.IAsyncProperty<Values>,
  numRuns = 400,
) => fc.assert(property, { seed: SEED, numRuns })

/** An auth server that says one thing, whatever it is asked. */
const says =
  (body: string, status = 200): typeof fetch =>
  async () =>
    new Response([204, 205, 304].includes(status) ? null : body, { status })

/** A token that counts longer than a browser keeps any cookie. */
const FOREVER = token('{"sub":"johndoe","exp":99999999999}')
const letsIn = says(JSON.stringify({ access_token: FOREVER }))

const markup = fc
  .array(
    fc.oneof(
      fc.constantFrom('<', '>', '&', '"', "'", '</p>', '&lt;', '<script>', '__proto__'),
      fc.string({ unit: 'grapheme', minLength: 1 }),
    ),
    { minLength: 1 },
  )
  .map((parts) => parts.join(''))

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (one) => ENTITIES[one]!)

test('a name is text in the hardened server’s page, and nothing else', async () => {
  await holds(
    fc.asyncProperty(markup, async (name) => {
      const { text } = (await askClient(CLIENT, loginOf(name), letsIn))!
      expect(text).toContain(`<body>Logged in as ${escaped(name)}</body>`)
    }),
  )
})

test('a name is markup in the weak server’s page', async () => {
  const name = '<img src=x onerror=alert(1)>'
  const { text } = (await askClient(FAITHFUL, loginOf(name), letsIn))!
  expect(text).toContain(`<p>Logged in as ${name}</p>`)
})

test('data are text in the hardened server’s page, every key and value', async () => {
  await holds(
    fc.asyncProperty(fc.array(fc.tuple(markup, markup)), async (entries) => {
      const json = JSON.stringify(Object.fromEntries(entries))
      const { text } = (await askClient(CLIENT, dataWith(FOREVER), says(json)))!
      const shown = Object.entries(JSON.parse(json) as Record<string, string>).map(
        ([key, value]) => `<dt>${escaped(key)}</dt><dd>${escaped(value)}</dd>`,
      )
      expect(text).toContain(`<dl>${shown.join('')}</dl>`)
    }),
  )
})

const tokens = fc.oneof(fc.constant(FOREVER), fc.string(), fc.constantFrom('a\r\nb', 'a;b', 'a.b'))
const bodies = fc.oneof(
  fc.constantFrom('', '[null]', '[[]]', 'null', '1', '{"a":{"toString":1,"valueOf":1}}', '{'),
  fc.json(),
  tokens.map((access_token) => JSON.stringify({ access_token })),
)
const codes = fc.oneof(fc.constantFrom(200, 503), fc.integer({ min: 200, max: 599 }))

test('no answer of the auth server is an error of the hardened server', async () => {
  const statuses = new Set<number>()
  await holds(
    fc.asyncProperty(bodies, codes, async (body, code) => {
      for (const asked of [dataWith(FOREVER), loginOf('johndoe')]) {
        const { status } = (await askClient(CLIENT, asked, says(body, code)))!
        expect([200, 401, 502, 503]).toContain(status)
        statuses.add(status)
      }
    }),
    800,
  )
  expect(statuses).toEqual(new Set([200, 401, 502, 503]))
})
