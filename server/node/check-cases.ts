/** The contract of a lesson's servers as tests: each case is a request, and the answer that it must get. */

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { compare } from 'bcryptjs'
import { type HeaderList, useBcrypt } from '../security/index.ts'
import type { AloneHost } from '../stage/alone.ts'
import { type HomeServers, hostHome } from './take-home.ts'

/** A request, and what must come of it. */
export interface Case {
  sentence: string
  request: { method?: string; path: string; headers?: HeaderList; body?: string }
  /** What time it is for the server; this machine's time where nothing is said. */
  now?: string
  answer: CaseAnswer
}

interface CaseAnswer {
  status: number
  /** Those of `CHECKED` that must be there. The others of them must be absent. */
  headers?: Record<string, string>
  /** The body, where it is JSON and one thing only can stand there. */
  json?: unknown
  /** Pieces that must be in the body. */
  says?: string[]
  /** Whether there must be no body. */
  empty?: true
  /** The `Set-Cookie` lines, with `TOKEN` and `SECONDS` for what the clock makes of them. */
  cookies?: string[]
  /** What the server asked the one that it calls, and how that answered. */
  calls?: CaseCall[]
}

interface CaseCall {
  request: string
  authorization?: string
  body?: string
  status: number
}

const CHECKED = ['content-type', 'www-authenticate', 'location', 'allow', 'cache-control']

/** Where the server that is called would be, were there a wire. */
const AUTH_SERVER = 'http://localhost:8000'

/**
 * Declares a test for each case, by the server that it is about. No port is opened: the apps are asked directly.
 *
 * @public called by the test of whoever takes a lesson home.
 */
export function checkCases(servers: HomeServers, cases: Record<string, Case[]>): void {
  useBcrypt(rememberingCompare())
  for (const [name, ofServer] of Object.entries(cases)) {
    void describe(name, () => {
      for (const each of ofServer) void test(each.sentence, () => check(servers, name, each))
    })
  }
}

async function check(servers: HomeServers, name: string, { request, now, answer }: Case) {
  const { method = 'GET', path, headers = [], body } = request
  const calls: CaseCall[] = []
  const { calls: called } = servers[name]!
  const host = await hostOf(servers, name)
  const response = await host.fetch(
    new Request(`http://localhost${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: new TextEncoder().encode(body) }),
    }),
    {
      target: path,
      ...(now !== undefined && { now: () => new Date(now) }),
      ...(called !== undefined && { fetch: recording(await hostOf(servers, called), calls) }),
    },
  )
  const text = await response.text()
  const found = Object.fromEntries(
    CHECKED.flatMap((header) => {
      const value = response.headers.get(header)
      return value === null ? [] : [[header, value]]
    }),
  )
  assert.equal(response.status, answer.status, `the status; the body is ${text.slice(0, 400)}`)
  assert.deepEqual(found, answer.headers ?? {}, 'the headers')
  if ('json' in answer) assert.deepEqual(JSON.parse(text), answer.json, 'the body')
  for (const piece of answer.says ?? []) assert.ok(text.includes(piece), `${piece} is not said`)
  if (answer.empty) assert.equal(text, '', 'the body')
  assert.deepEqual(cookiesOf(response), answer.cookies ?? [], 'the cookies')
  assert.deepEqual(calls, answer.calls ?? [], 'the calls')
}

const hosts = new Map<string, Promise<AloneHost>>()

/** The host of a server, made once: a key that is drawn at the start stays the same. */
function hostOf(servers: HomeServers, name: string): Promise<AloneHost> {
  const host = hosts.get(name) ?? hostHome(name, servers[name]!, AUTH_SERVER)
  hosts.set(name, host)
  return host
}

/** A `fetch` that leads to a server of this process, and writes down what was asked there. */
function recording(host: AloneHost, calls: CaseCall[]): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const { pathname } = new URL(request.url)
    const authorization = request.headers.get('authorization')
    const body = await request.clone().text()
    const response = await host.fetch(request, { target: pathname })
    calls.push({
      request: `${request.method} ${pathname}`,
      ...(authorization !== null && { authorization }),
      ...(body !== '' && { body }),
      status: response.status,
    })
    return response
  }
}

const cookiesOf = ({ headers }: Response): string[] =>
  headers
    .getSetCookie()
    .map((line) =>
      line.replace(/eyJ[\w.-]+/, 'TOKEN').replace(/Max-Age=[1-9]\d*/, 'Max-Age=SECONDS'),
    )

/** Compares each password with each hash once: bcrypt takes a quarter of a second, and the answer stays the same. */
function rememberingCompare() {
  const known = new Map<string, Promise<boolean>>()
  return (password: string, hash: string): Promise<boolean> => {
    const key = JSON.stringify([password, hash])
    const same = known.get(key) ?? compare(password, hash)
    known.set(key, same)
    return same
  }
}
