/** What the first step's server promises over HTTP, whoever carries the request. */

import { describe, expect, test } from 'vitest'
import {
  type Answer,
  type Ask,
  type AskedRequest,
  askInProcess,
  decisionsOf,
  following,
  normal,
  traceOf,
} from './answer.ts'
import { API, rows } from './first-steps-rows.ts'
import type { Row } from './row.ts'

interface ContractOptions {
  /** A browser: it follows redirects unseen, and refuses to send some requests. */
  browser?: boolean
  /** Rows that this transport cannot carry. */
  except?: (row: Row) => boolean
}

/**
 * Declares the contract's tests for one transport.
 *
 * Each row is asked twice, of `ask` and in this process, and the answers must be equal byte for byte.
 */
export function firstStepsContract(
  ask: Ask,
  { browser = false, except }: ContractOptions = {},
): void {
  const sendable = rows.filter((row) => !(browser && row.notInBrowser) && !except?.(row))
  const baseline = browser ? following(askInProcess) : askInProcess

  describe('the first step', () => {
    test.each(sendable.map((row) => [row.sentence, row] as const))('%s', async (_, row) => {
      const answer = await ask(row)
      if (!browser || row.expected.location === null) holds(row, answer)
      expect(normal(answer)).toEqual(normal(await baseline(row)))
    })

    test('GET /openapi.json describes the route, its guard and a relative tokenUrl', async () => {
      const answer = await ask(get(`${API}/openapi.json`))
      expect(jsonOf(answer)).toMatchObject({
        openapi: '3.1.0',
        info: { title: 'first-steps/api' },
        paths: { '/items/': { get: { security: [{ OAuth2PasswordBearer: [] }] } } },
        components: {
          securitySchemes: {
            OAuth2PasswordBearer: {
              type: 'oauth2',
              flows: { password: { scopes: {}, tokenUrl: 'token' } },
            },
          },
        },
      })
    })

    test.each([
      [`${API}/docs`, '../../../docs.js'],
      [`${API}/v1/docs`, '../../../../docs.js'],
    ])('GET %s names its description and the script at %s', async (path, script) => {
      const text = textOf(await ask(get(path)))
      expect(text).toContain('data-openapi="openapi.json"')
      expect(text).toContain(`src="${script}"`)
    })

    test('twenty requests at once each get their own answer and their own decisions', async () => {
      const names = Array.from({ length: 20 }, (_, i) => `token-${i}`)
      const answers = await Promise.all(
        names.map((name) => ask(get(`${API}/items/`, `Bearer ${name}`))),
      )
      expect(answers.map(jsonOf)).toEqual(names.map((token) => ({ token })))
      expect(answers.map((answer) => authorizationSeen(answer))).toEqual(
        names.map((name) => `Bearer ${name}`),
      )
    })
  })
}

function holds({ method, path, headers, expected }: Row, answer: Answer): void {
  const { status, type, challenge, location, allow, json, empty, decided, because } = expected
  const trace = traceOf(answer)

  expect(normal(answer)).toMatchObject({
    status,
    headers: { 'content-type': type, 'www-authenticate': challenge, location, allow },
  })
  if (json !== undefined) expect(jsonOf(answer)).toEqual(json)
  if (empty) expect(answer.body.byteLength).toBe(0)
  expect(decisionsOf(trace)).toEqual(decided)
  expect(trace.find(({ kind }) => kind === 'refused')).toEqual(
    because.length > 0
      ? { kind: 'refused', status, detail: expect.any(String), because }
      : undefined,
  )

  // No host, no trace: nobody stood there to write one.
  if (decided.length === 0) return
  expect(trace[0]).toMatchObject({ kind: 'received', method, url: path })
  expect(trace.find(({ kind }) => kind === 'sent')).toMatchObject({ status })
  const sent = headers.find(([name]) => name === 'Authorization')?.[1]
  if (sent !== undefined && sent.length < 100) {
    expect(authorizationSeen(answer)).toBe(sent.replace(/^[ \t]+|[ \t]+$/g, ''))
  }
}

const get = (path: string, authorization?: string): AskedRequest => ({
  method: 'GET',
  path,
  headers: authorization === undefined ? [] : [['Authorization', authorization]],
  body: null,
})

const textOf = ({ body }: Answer): string => new TextDecoder().decode(body)

const jsonOf = (answer: Answer): unknown => JSON.parse(textOf(answer))

/** The Authorization value the server says it received. */
function authorizationSeen(answer: Answer): string | undefined {
  const received = traceOf(answer).find((event) => event.kind === 'received')
  return received?.headers.find(([name]) => name === 'authorization')?.[1]
}
