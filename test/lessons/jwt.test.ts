/** What proves the tasks of lesson 4 done and what does not, on requests its servers really answered. */

import { compare } from 'bcryptjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import lesson from '../../lessons/4-jwt/lesson.ts'
import { FOUND, MILLISECONDS, RESPELLED } from '../../lessons/4-jwt/tokens.ts'
import { objectOf } from '../../lessons/checks.ts'
import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import { useBcrypt } from '../../server/security/password.ts'
import JWT from '../../lessons/4-jwt/walk.ts'
import { cheapBcrypt } from '../server/support/cheap-bcrypt.ts'
import { exchangeOf } from '../support/exchange.ts'
import { token as signed } from '../server/support/tokens.ts'
import { base64url, TUTORIAL_KEY, withPart } from '../../lessons/contract/forge.ts'
import { provedBy, taskOf } from '../support/tasks.ts'

const { requests } = lesson

beforeAll(() => useBcrypt(cheapBcrypt()))
afterAll(() => useBcrypt((password, hash) => compare(password, hash)))

/** `GET` of the user's data with an `Authorization` header. */
const get = (authorization: string, path = '/users/me/', server = 'api'): RequestDraft => ({
  server,
  method: 'GET',
  path,
  headers: [['Authorization', authorization]],
  body: '',
})

const bearing = (token: string, path?: string, server?: string) =>
  get(`Bearer ${token}`, path, server)

const post = (body: string, { path = '/token', server = 'api' } = {}): RequestDraft => ({
  ...requests['login']!,
  path,
  server,
  body,
})

const send = (draft: RequestDraft, options?: Parameters<typeof exchangeOf>[2]) =>
  exchangeOf(lesson, draft, options)

/** Sends a draft with the learner's clock set, in seconds. */
const sendAt = (seconds: number, draft: RequestDraft) =>
  send(draft, { now: new Date(seconds * 1000) })

/** The token that a server's login gives out. */
async function issued(server = 'api'): Promise<string> {
  const login = await send({ ...requests['login']!, server })
  return String(objectOf(login)['access_token'])
}

const soon = Math.floor(Date.now() / 1000) + 1800

/** John's claims as JSON, with more behind them. */
const claims = (more = '', sub = 'johndoe', exp: number | string = soon) =>
  `{"sub":"${sub}","exp":${exp}${more}}`

/** A right token as a login would give it, now. */
const good = signed(claims())

/** The token with another payload under the signature it had. */
const withClaims = (token: string, payload: string) => withPart(token, 1, () => base64url(payload))

/** The token with the letter in the middle of one of its parts changed. */
const spoilt = (token: string, part: 1 | 2) =>
  withPart(token, part, (text) => {
    const middle = text.length >> 1
    return `${text.slice(0, middle)}${text[middle] === 'A' ? 'B' : 'A'}${text.slice(middle + 1)}`
  })

const last = (token: string, letter: string) => token.slice(0, -1) + letter

const proved = (id: string, journal: (RequestDraft | Exchange | Promise<Exchange>)[]) =>
  provedBy(lesson, taskOf(lesson, id, 'wire'), journal)

test('the walk through the lesson in the browser has its pages, in order', () => {
  expect(JWT.map(({ page }) => page)).toEqual(lesson.pages.map(({ id }) => id))
})

test('the tokens handed out say what the lesson tells of them, signed with the published key', () => {
  expect(FOUND).toBe(signed('{"sub":"nari","exp":4102444800}'))
  expect(MILLISECONDS).toBe(signed('{"sub":"johndoe","exp":1800000000000}'))
  const bytes = ([, , signature = '']: string[]) => Buffer.from(signature, 'base64url')
  expect(bytes(RESPELLED.split('.'))).toEqual(bytes(FOUND.split('.')))
  expect(RESPELLED).toBe(last(FOUND, 'V'))
})

describe('three-parts', () => {
  const { asked, options } = taskOf(lesson, 'three-parts', 'predict')
  const right = (exchange: Exchange) =>
    options.filter((option) => option.right(exchange)).map(({ id }) => id)

  test.each(['api', 'secret'])('a login on %s was asked about, and gives three', async (server) => {
    const exchange = await send({ ...requests['login']!, server })
    expect(exchange.response.status).toBe(200)
    expect(asked(exchange)).toBe(true)
    expect(right(exchange)).toEqual(['three'])
  })

  test.each([
    ['johndoe', ['name']],
    ['7d1f0c', ['random']],
    ['a.b.c', ['three']],
    ['a.b', ['random']],
  ])('had the token been "%s", the answer were %s', async (access_token, ids) => {
    const exchange = await send(requests['login']!)
    exchange.response.body = JSON.stringify({ access_token, token_type: 'bearer' })
    expect(right(exchange)).toEqual(ids)
  })

  test.each([
    ['a wrong password', requests['wrong-password']!],
    ['a form without a password', post('username=johndoe')],
    ['another path', post('username=johndoe&password=secret', { path: '/tokens' })],
    ['a request for data', bearing(good)],
    ['the description', { ...bearing(good), path: '/openapi.json' }],
  ])('%s was not asked about', async (_, draft) => {
    const exchange = await send(draft)
    expect(asked(exchange)).toBe(false)
    expect(right(exchange)).toEqual([])
  })
})

describe('read', () => {
  const { read } = taskOf(lesson, 'read', 'decode')

  test.each(['/users/me/', '/users/me/items/', '/users/me'])(
    'the server reads whose the found token is at %s, and knows nobody of that name',
    async (path) => {
      const exchange = await send(bearing(FOUND, path))
      expect(exchange.response).toMatchObject({
        status: 401,
        body: '{"detail":"Could not validate credentials"}',
      })
      expect(exchange.trace).toContainEqual({
        kind: 'refused',
        status: 401,
        detail: 'Could not validate credentials',
        because: ['user-unknown'],
      })
      expect(read(exchange)).toBe('nari')
    },
  )

  test.each([
    ['another token', bearing(good)],
    ['another spelling of it', bearing(RESPELLED)],
    ['its first letter missing', bearing(FOUND.slice(1))],
    ['it without a scheme', get(FOUND)],
    ['it at a server that does not have the key', bearing(FOUND, '/users/me/', 'secret')],
    ['it where nobody reads it', bearing(FOUND, '/openapi.json')],
    ['the form', requests['login']!],
  ])('with %s there is no reading', async (_, draft) => {
    expect(read(await send(draft))).toBeUndefined()
  })
})

describe('signature', () => {
  const alice = withClaims(good, claims('', 'alice'))

  test.each([
    ['another name', [bearing(good), bearing(alice)]],
    ['a later end', [bearing(good), bearing(withClaims(good, claims('', 'johndoe', 4102444800)))]],
    ['a claim more', [bearing(good), bearing(withClaims(good, claims(',"role":"admin"')))]],
    ['the items', [bearing(good, '/users/me/items/'), bearing(alice, '/users/me/items/')]],
    ['a foreign key', [bearing(good), bearing(signed(claims(',"a":1'), { key: 'x' }))]],
    ['the forged one first', [bearing(alice), bearing(good)]],
    ['a path without its slash', [bearing(good, '/users/me'), bearing(alice, '/users/me')]],
  ])('a token and its forgery, with %s, prove both parts', async (_, drafts) => {
    expect(await proved('signature', drafts)).toEqual(['whole', 'forged'])
  })

  test('a token that a login gave proves the first part', async () => {
    expect(await proved('signature', [requests['login']!, bearing(await issued())])).toEqual([
      'whole',
    ])
  })

  test('the payload of the solution, in a token that a login gave, proves the second', async () => {
    const token = await issued()
    const forged = withPart(token, 1, () => 'eyJzdWIiOiJhbGljZSIsImV4cCI6NDEwMjQ0NDgwMH0')
    expect(forged).toBe(withClaims(token, '{"sub":"alice","exp":4102444800}'))
    expect(await proved('signature', [bearing(token), bearing(forged)])).toEqual([
      'whole',
      'forged',
    ])
  })

  test.each([
    ['a forgery alone', [bearing(alice)], []],
    ['a spoilt signature', [good, spoilt(good, 2)], ['whole']],
    ['a payload that is no JSON', [good, withPart(good, 1, (s) => `A${s.slice(1)}`)], ['whole']],
    ['the same claims with a foreign key', [good, signed(claims(), { key: 'x' })], ['whole']],
    ['another algorithm', [good, withPart(alice, 0, () => base64url('{"alg":"none"}'))], ['whole']],
    ['a token signed anew with the right key', [good, signed(claims(',"a":1'))], ['whole']],
    ['a forgery that is cut short', [good, alice.split('.').slice(0, 2).join('.')], ['whole']],
    ['a token that has ended', [signed(claims('', 'johndoe', 1)), alice], []],
  ])('%s does not prove the second', async (_, tokens, parts) => {
    const drafts = tokens.map((token) => (typeof token === 'string' ? bearing(token) : token))
    expect(await proved('signature', drafts)).toEqual(parts)
  })

  test.each(['api', 'secret'])(
    'the token of another login, stopped at %s by its signature, is no forgery',
    async (server) => {
      const other = server === 'api' ? 'secret' : 'api'
      // A login a minute earlier ends a minute earlier.
      const earlier = new Date(Date.now() - 60_000)
      const login = await send({ ...requests['login']!, server: other }, { now: earlier })
      const foreign = String(objectOf(login)['access_token'])
      const drafts = [await issued(server), foreign].map((token) =>
        bearing(token, '/users/me/', server),
      )
      expect(await proved('signature', drafts)).toEqual(['whole'])
    },
  )

  test('a token that we handed out, stopped by the server with another key, is no forgery', async () => {
    const tokens = [await issued('secret'), FOUND, MILLISECONDS]
    const drafts = tokens.map((token) => bearing(token, '/users/me/', 'secret'))
    expect(await proved('signature', drafts)).toEqual(['whole'])
  })

  test('a forgery in the other mode, which may have another key, does not prove it', async () => {
    const [whole, forged] = await Promise.all([send(bearing(good)), send(bearing(alice))])
    expect(await proved('signature', [whole, { ...forged, mode: 'browser' }])).toEqual(['whole'])
  })

  test('a forgery that another server stopped does not prove it', async () => {
    const drafts = [bearing(good), bearing(alice, '/users/me/', 'secret')]
    expect(await proved('signature', drafts)).toEqual(['whole'])
  })

  test.each([
    ['no token', requests['me']!],
    ['the description', bearing(good, '/openapi.json')],
    ['a login', requests['login']!],
  ])('%s proves nothing', async (_, draft) => {
    expect(await proved('signature', [draft])).toEqual([])
  })
})

describe('last-letter', () => {
  const { asked } = taskOf(lesson, 'last-letter', 'predict')

  test('the copy is refused for its spelling, before the signature', async () => {
    const { trace, response } = await send(requests['last-letter']!)
    expect(response.status).toBe(401)
    expect(trace).toContainEqual(
      expect.objectContaining({ gate: 'parts', pass: false, because: 'not-base64url' }),
    )
    expect(trace).not.toContainEqual(expect.objectContaining({ gate: 'signature' }))
  })

  test.each(['V', 'W', 'X'])('the last letter %s gives the bytes of U', (letter) => {
    const bytes = (token: string) => Buffer.from(token.split('.')[2]!, 'base64url')
    expect(bytes(last(FOUND, letter))).toEqual(bytes(FOUND))
  })

  test('a letter changed in the middle of the signature stops it at the signature', async () => {
    const { trace } = await send(bearing(spoilt(FOUND, 2)))
    expect(trace).toContainEqual(
      expect.objectContaining({ gate: 'signature', because: 'signature-differs' }),
    )
  })

  test.each(['/users/me/', '/users/me/items/'])('the copy at %s was asked about', async (path) => {
    expect(asked(await send(bearing(RESPELLED, path)))).toBe(true)
  })

  test.each([
    ['the found token itself', bearing(FOUND)],
    ['the third spelling', bearing(last(FOUND, 'W'))],
    ['the copy in quotes', bearing(`"${RESPELLED}"`)],
    ['the copy where nobody reads it', bearing(RESPELLED, '/openapi.json')],
    ['the copy for a route that is missing', bearing(RESPELLED, '/users/')],
    ['the copy at the other server', bearing(RESPELLED, '/users/me/', 'secret')],
    ['a login', requests['login']!],
  ])('%s was not asked about', async (_, draft) => {
    expect(asked(await send(draft))).toBe(false)
  })
})

describe('clock', () => {
  const at = (seconds: number, draft = bearing(good)) => sendAt(soon + seconds, draft)

  test.each([
    [-1, ['before']],
    [-60, ['before']],
    [-61, []],
    [-1800, []],
    [0, ['after']],
    [1, ['after']],
    [60 * 60 * 24, ['after']],
  ])('a token sent %i seconds from its end proves %j', async (seconds, parts) => {
    expect(await proved('clock', [at(seconds)])).toEqual(parts)
    expect(await proved('clock', [at(seconds, bearing(good, '/users/me/items/'))])).toEqual(parts)
  })

  test('a token before and after its end proves both parts, whichever comes first', async () => {
    expect(await proved('clock', [at(-1), at(1)])).toEqual(['before', 'after'])
    expect(await proved('clock', [at(0), at(-1)])).toEqual(['before', 'after'])
  })

  test('a fresh login and the clock prove both parts', async () => {
    const token = await issued()
    const { exp } = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as {
      exp: number
    }
    expect(
      await proved('clock', [sendAt(exp - 1, bearing(token)), sendAt(exp, bearing(token))]),
    ).toEqual(['before', 'after'])
  })

  test.each([
    ['a forgery in its last minute', -1, bearing(withClaims(good, claims(',"a":1')))],
    ['a forgery that has ended', 1, bearing(withClaims(good, claims(',"a":1')))],
    ['the found token in its last minute', -1, bearing(FOUND)],
    ['a token without an end', 1, bearing(signed('{"sub":"johndoe"}'))],
    ['a token whose end is a text', 1, bearing(signed(claims('', 'johndoe', '"1"')))],
    ['a login', -1, requests['login']!],
    ['no token', 1, requests['me']!],
    ['what nobody guards', 1, bearing(good, '/openapi.json')],
  ])('%s proves nothing', async (_, seconds, draft) => {
    expect(await proved('clock', [at(seconds, draft)])).toEqual([])
  })
})

describe('milliseconds', () => {
  const { asked } = taskOf(lesson, 'milliseconds', 'predict')

  test('the server sees some 57,000 years left', async () => {
    const { trace } = await send(requests['milliseconds']!)
    const decision = trace.find((event) => event.kind === 'decided' && event.gate === 'expiry')
    const { seconds = 0 } = (decision?.kind === 'decided' && decision.facts) || {}
    expect(Math.round(Number(seconds) / 31_556_952 / 1000)).toBe(57)
  })

  test.each(['/users/me/', '/users/me/items/'])('the token at %s was asked about', async (path) => {
    expect(asked(await send(bearing(MILLISECONDS, path)))).toBe(true)
  })

  test.each([
    ['another token that long', bearing(signed(claims('', 'johndoe', 1800000000001)))],
    ['the found token', bearing(FOUND)],
    ['the token where nobody reads it', bearing(MILLISECONDS, '/openapi.json')],
    ['the token at the other server', bearing(MILLISECONDS, '/users/me/', 'secret')],
    ['no token', requests['me']!],
  ])('%s was not asked about', async (_, draft) => {
    expect(asked(await send(draft))).toBe(false)
  })
})

describe('same-answer', () => {
  const LONG = 'a'.repeat(73)

  test.each([
    ['a name nobody has', post('username=nobody&password=secret'), ['name']],
    ['an empty name that is none', post('username=Johndoe&password=x'), ['name']],
    [
      'an unknown name on the other server',
      post('username=x&password=x', { server: 'secret' }),
      ['name'],
    ],
    ['a wrong password', post('username=johndoe&password=x'), ['password']],
    [
      'a wrong password of 72 bytes',
      post(`username=johndoe&password=${LONG.slice(1)}`),
      ['password'],
    ],
    [
      'a wrong password with more fields',
      post('grant_type=password&username=johndoe&password=x'),
      ['password'],
    ],
    ['a password of 73 bytes', post(`username=johndoe&password=${LONG}`), ['long']],
    [
      'a password of 25 letters and 75 bytes',
      post(`username=johndoe&password=${'비'.repeat(25)}`),
      ['long'],
    ],
    ['a long password for nobody', post(`username=nobody&password=${LONG}`), ['long']],
  ])('%s proves its part', async (_, draft, parts) => {
    expect(await proved('same-answer', [draft])).toEqual(parts)
  })

  test('the three requests of the solution prove all parts, with one answer', async () => {
    const drafts = ['wrong-user', 'wrong-password', 'long-password'].map((id) => requests[id]!)
    expect(await proved('same-answer', drafts)).toEqual(['name', 'password', 'long'])
    const answers = await Promise.all(drafts.map(async (draft) => (await send(draft)).response))
    for (const { status, body, headers } of answers) {
      expect({ status, body, headers }).toEqual({
        status: 401,
        body: '{"detail":"Incorrect username or password"}',
        headers: answers[0]!.headers,
      })
    }
  })

  test.each([
    ['a right login', requests['login']!],
    ['a form without a password', post('username=nobody')],
    ['a form as JSON', post('{"username":"nobody","password":"x"}')],
    ['another path', post('username=nobody&password=x', { path: '/tokens' })],
    ['a token of somebody unknown', bearing(FOUND)],
    ['a GET', { ...requests['wrong-user']!, method: 'GET', body: '' }],
  ])('%s proves nothing', async (_, draft) => {
    expect(await proved('same-answer', [draft])).toEqual([])
  })
})

describe('published-key', () => {
  const task = taskOf(lesson, 'published-key', 'break')
  const prove = (drafts: RequestDraft[]) => provedBy(lesson, task, drafts)
  const admin = signed(claims(',"role":"admin"'))
  const onSecret = (token: string) => bearing(token, '/users/me/', 'secret')

  test.each([
    ['a role', admin],
    ['the payload of the solution', signed('{"sub":"johndoe","exp":4102444800,"role":"admin"}')],
    ['a claim without a meaning', signed(claims(',"x":null'))],
    ['a date it was issued at', signed(claims(',"iat":1'))],
    ['the claims in another order', signed(`{"name":"J","exp":${soon},"sub":"johndoe"}`)],
  ])('a token of one’s own with %s, and its replay, prove both parts', async (_, token) => {
    expect(await prove([bearing(token), onSecret(token)])).toEqual(['signed', 'held'])
  })

  test('the token of a login proves nothing', async () => {
    expect(await prove([bearing(await issued())])).toEqual([])
  })

  test('the attack at the items proves the first part', async () => {
    expect(await prove([bearing(admin, '/users/me/items/')])).toEqual(['signed'])
  })

  test.each([
    ['a token as a login gives it', [bearing(good)], []],
    ['a token that only lasts longer', [bearing(signed(claims('', 'johndoe', 4102444800)))], []],
    ['the token that we handed out', [bearing(MILLISECONDS)], []],
    ['a token of one’s own for somebody unknown', [bearing(signed(claims(',"a":1', 'alice')))], []],
    ['a token of one’s own that has ended', [bearing(signed(claims(',"a":1', 'johndoe', 1)))], []],
    ['a token with another key', [bearing(signed(claims(',"a":1'), { key: 'x' }))], []],
    ['a claim added to a signed token', [bearing(withClaims(good, claims(',"a":1')))], []],
    ['a replay without the attack', [onSecret(admin)], []],
    ['an attack on the other server first', [onSecret(admin), onSecret(admin)], []],
    ['the attack twice', [bearing(admin), bearing(admin)], ['signed']],
    ['the replay of another token', [bearing(admin), onSecret(good)], ['signed']],
    [
      'a replay that ends before the signature',
      [bearing(admin), onSecret(last(admin, '='))],
      ['signed'],
    ],
    ['a replay to no route', [bearing(admin), bearing(admin, '/users/you/', 'secret')], ['signed']],
  ])('%s does not prove both', async (_, drafts, parts) => {
    expect(await prove(drafts)).toEqual(parts)
  })

  test('a replay in the other mode, which has another key, does not prove that it held', async () => {
    const [attack, replay] = await Promise.all([send(bearing(admin)), send(onSecret(admin))])
    const journal: Exchange[] = [attack, { ...replay, mode: 'browser' }]
    expect(await provedBy(lesson, task, journal)).toEqual(['signed'])
  })

  test('an honest login still works where the attack is held', async () => {
    const exchange = await send(onSecret(await issued('secret')))
    expect(exchange.response).toMatchObject({
      status: 200,
      body: '{"username":"johndoe","email":"johndoe@example.com","full_name":"John Doe","disabled":false}',
    })
    expect(await prove([bearing(admin), onSecret(admin)])).toEqual(['signed', 'held'])
  })

  test.each([
    ['nobody', 'secret'],
    ['johndoe', 'wrong'],
    ['johndoe', 'secret'.repeat(13)],
  ])('the server with a secret key refuses %s with %s', async (username, password) => {
    const { response } = await send(
      post(`username=${username}&password=${password}`, { server: 'secret' }),
    )
    expect(response).toMatchObject({
      status: 401,
      body: '{"detail":"Incorrect username or password"}',
    })
  })

  test('each server refuses the tokens of the other', async () => {
    for (const [from, to] of [
      ['api', 'secret'],
      ['secret', 'api'],
    ] as const) {
      const { response, trace } = await send(bearing(await issued(from), '/users/me/', to))
      expect(response.status).toBe(401)
      expect(trace).toContainEqual(
        expect.objectContaining({ gate: 'signature', because: 'signature-differs' }),
      )
    }
  })
})

describe('detectors', () => {
  const first = async (draft: RequestDraft, page = '') => {
    const exchange = await send(draft, { page })
    return lesson.detectors.find(({ fits }) => fits(exchange))?.id
  }
  const headed = (header: string) => signed(claims(), { header })
  const pasted = JSON.stringify({ access_token: good, token_type: 'bearer' })

  test.each([
    ['json-as-token', [`Bearer ${pasted}`, pasted, `bearer  ${pasted}`, 'Bearer {"access_token":']],
    ['bearer-missing', [good, ` ${good}`, FOUND, `${good} x`]],
    ['bearer-twice', [`Bearer Bearer ${good}`, `Bearer bearer ${good}`, 'Bearer Bearer']],
    [
      'quotes-around-token',
      [`Bearer "${good}"`, `Bearer '${good}'`, `Bearer ${good}"`, 'Bearer `x`'],
    ],
    ['name-as-token', ['Bearer johndoe', 'bearer alice', 'Bearer foobar']],
    [
      'standard-base64',
      [
        `Bearer ${good}=`,
        `Bearer ${withPart(good, 2, (s) => `+${s.slice(1)}`)}`,
        `Bearer ${withPart(good, 1, (s) => `${s}==`)}`,
      ],
    ],
    [
      'cut-short',
      [
        `Bearer ${good.slice(0, -3)}`,
        `Bearer ${good.slice(0, -20)}`,
        `Bearer ${good.split('.').slice(0, 2).join('.')}`,
        'Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJz',
        'Bearer eyJhbGciOiJIUzI',
        'Bearer eyJhbGci',
      ],
    ],
    [
      'alg-none',
      ['none', 'None', 'nOnE'].map(
        (alg) => `Bearer ${withPart(headed(`{"alg":"${alg}"}`), 2, () => '')}`,
      ),
    ],
    [
      'alg-other',
      [
        '{"alg":"RS256"}',
        '{"alg":"HS512"}',
        '{"alg":"hs256"}',
        '{}',
        '{"alg":null}',
        '{"alg":["none"]}',
      ].map((header) => `Bearer ${headed(header)}`),
    ],
    [
      'expired-by-now',
      [
        `Bearer ${signed(claims('', 'johndoe', 1))}`,
        `Bearer ${signed(claims('', 'johndoe', soon - 1801))}`,
      ],
    ],
    ['exp-missing', [`Bearer ${signed('{"sub":"johndoe"}')}`]],
    [
      'exp-as-text',
      ['"4102444800"', '"tomorrow"', '[4102444800]', 'null'].map(
        (exp) => `Bearer ${signed(claims('', 'johndoe', exp))}`,
      ),
    ],
    ['exp-in-milliseconds', [`Bearer ${signed(claims('', 'johndoe', soon * 1000))}`]],
  ])('%s answers it', async (id, values) => {
    for (const value of values) {
      expect(await first(get(value)), value).toBe(id)
      expect(await first(get(value, '/users/me/items/')), value).toBe(id)
    }
  })

  test.each([
    ['other-server', bearing(good, '/users/me/', 'secret')],
    ['other-server', bearing(FOUND, '/users/me/', 'secret')],
    ['other-key', bearing(signed(claims(',"a":1'), { key: 'x' }))],
    ['other-key', bearing(withClaims(good, claims(',"a":1')))],
    ['no-claim-of-yours', bearing(good)],
    ['no-claim-of-yours', bearing(signed(claims('', 'johndoe', 4102444800)))],
  ])('%s answers it on the page where one signs, and nowhere else', async (id, draft) => {
    expect(await first(draft, 'published-key')).toBe(id)
    expect(await first(draft, 'signature')).toBeUndefined()
  })

  test('other-key answers a key that was read as hex', async () => {
    const key = Uint8Array.from(Buffer.from(TUTORIAL_KEY, 'hex'))
    const token = signed(claims(',"role":"admin"'), { key })
    expect(await first(bearing(token), 'published-key')).toBe('other-key')
  })

  test('nothing answers the attack that succeeds, nor its replay', async () => {
    const token = signed(claims(',"role":"admin"'))
    expect(await first(bearing(token), 'published-key')).toBeUndefined()
    expect(await first(bearing(token, '/users/me/', 'secret'), 'published-key')).toBeUndefined()
  })

  test.each([
    ['login-as-json', post('{"username":"johndoe","password":"secret"}')],
    [
      'login-as-json',
      { ...post(' {"username":"johndoe"}'), headers: [['Content-Type', 'application/json']] },
    ],
    ['login-in-url', post('', { path: '/token?username=johndoe&password=secret' })],
    ['login-in-url', { ...get('', '/token?password=secret'), headers: [] }],
    ['logout', post('', { path: '/logout' })],
    ['logout', get(`Bearer ${good}`, '/logout')],
    ['logout', post(`token=${good}`, { path: '/revoke', server: 'secret' })],
  ] as [string, RequestDraft][])('%s answers it', async (id, draft) => {
    expect(await first(draft)).toBe(id)
  })

  test('an expired token is answered only where it has ended by the real clock', async () => {
    const moved = await sendAt(soon + 1, bearing(good))
    expect(moved.response.status).toBe(401)
    expect(lesson.detectors.find(({ fits }) => fits(moved))).toBeUndefined()
  })

  test.each([
    `Bearer ${good}`,
    `bearer ${good}`,
    'Bearer',
    'Bearer a.b.c',
    'Bearer johndoe.x',
    'Bearer {"sub":"johndoe"}',
    'Bearer {',
    'Bearer eyJ.a.b.c.d',
    `Bearer ${signed(claims('', 'johndoe', 4_102_444_800_000_000))}`,
    'Basic am9obmRvZTpzZWNyZXQ=',
    'Basic johndoe',
    `Bearer ${withClaims(good, claims('', 'alice'))}`,
    `Bearer ${spoilt(good, 2)}`,
    `Bearer ${last(FOUND, 'W')}`,
    `Bearer ${signed(claims('', 'johndoe', 4102444800))}`,
    `Bearer ${signed(claims('', 'alice'))}`,
    `Bearer ${signed(claims('', 'johndoe', '1e999'))}`,
    `Bearer ${signed(claims(',"aud":"x"'))}`,
  ])('no detector answers GET /users/me/ with "%s"', async (value) => {
    expect(await first(get(value))).toBeUndefined()
  })

  test.each([
    ['a token where no guard stands', get(good, '/openapi.json')],
    ['a token for a route that is missing', get('Bearer johndoe', '/users/')],
    ['a form with a brace inside', post('username=johndoe&password={"a"}')],
    ['a form that begins with a brace', post('{username=johndoe&password=secret')],
    ['an empty password in the URL', post('', { path: '/token?password=' })],
    ['a query of another name', post('username=johndoe&password=x', { path: '/token?next=/' })],
    ['JSON for another path', post('{"a":1}', { path: '/tokens' })],
    ['a longer path', get(`Bearer ${good}`, '/logout/all')],
  ])('no detector answers %s', async (_, draft) => {
    expect(await first(draft)).toBeUndefined()
  })

  test.each(Object.entries(requests))('no detector answers the request "%s"', async (_, draft) => {
    expect(await first(draft)).toBeUndefined()
  })
})
