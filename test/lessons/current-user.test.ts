/** What proves the tasks of lesson 2 done and what does not, on requests its server really answered. */

import { describe, expect, test } from 'vitest'
import lesson from '../../lessons/2-current-user/lesson.ts'
import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import { login } from '../../lessons/requests.ts'
import { exchangeOf } from '../support/exchange.ts'
import { provedBy, taskOf } from '../support/tasks.ts'

const { requests } = lesson

/** `GET` of a path, with an `Authorization` header where one is given. */
const get = (authorization?: string, path = '/users/me'): RequestDraft => ({
  server: 'api',
  method: 'GET',
  path,
  headers: authorization === undefined ? [] : [['Authorization', authorization]],
  body: '',
})

const draftOf = (method: string, path = '/users/me', authorization?: string): RequestDraft => ({
  ...get(authorization, path),
  method,
})

const send = (draft: RequestDraft, page = '') => exchangeOf(lesson, draft, { page })

const form = login('username=johndoe&password=secret')

/** The parts of a wire task that a journal of these drafts proves. */
const proved = (id: string, drafts: RequestDraft[]) =>
  provedBy(lesson, taskOf(lesson, id, 'wire'), drafts)

describe('who', () => {
  const { asked, options } = taskOf(lesson, 'who', 'predict')

  test('the answer is a user made from the token', async () => {
    const exchange = await send(requests['me']!)
    expect(JSON.parse(exchange.response.body)).toMatchObject({ username: 'testtokenfakedecoded' })
    expect(options.filter(({ right }) => right(exchange)).map(({ id }) => id)).toEqual(['user'])
  })

  test.each([
    ['a header in lower case', { ...get(), headers: [['authorization', 'Bearer testtoken']] }],
    ['blanks around the value', get(' Bearer testtoken ')],
    ['a slash at the end of the path', get('Bearer testtoken', '/users/me/')],
    ['a query', get('Bearer testtoken', '/users/me?full=1')],
  ] as [string, RequestDraft][])('our token with %s was asked about', async (_, draft) => {
    expect(asked(await send(draft))).toBe(true)
  })

  test.each([
    ['no header', get()],
    ['a token of one’s own', get('Bearer mine')],
    ['another scheme', get('Basic testtoken')],
    ['another path', get('Bearer testtoken', '/users')],
    ['another method', draftOf('POST', '/users/me', 'Bearer testtoken')],
  ])('a request with %s was not asked about', async (_, draft) => {
    expect(asked(await send(draft))).toBe(false)
  })

  test('a refusal is the third option, and no option fits an empty user', async () => {
    const rightFor = async (draft: RequestDraft) => {
      const exchange = await send(draft)
      return options.filter(({ right }) => right(exchange)).map(({ id }) => id)
    }
    expect(await rightFor(get())).toEqual(['refused'])
    expect(await rightFor(get('Bearer'))).toEqual([])
  })
})

describe('anybody', () => {
  test.each([
    [['Bearer mina', 'Bearer admin']],
    [['Bearer mina', 'Bearer Mina']],
    [['bearer a', 'Bearer testtoken2', 'BEARER a b']],
    [['Bearer testtoken', 'Bearer jos\u00e9', 'Bearer __proto__']],
  ])('%s prove both parts', async (values) => {
    const drafts = values.map((value) => get(value))
    expect(await proved('anybody', drafts)).toEqual(['one', 'another'])
  })

  test.each([
    ['one token twice', ['Bearer mina', 'Bearer mina']],
    ['one token under two schemes', ['Bearer mina', 'bearer mina', 'Basic admin']],
    ['one token and blanks around it', ['Bearer mina', 'Bearer   mina ']],
    ['one token and ours', ['Bearer testtoken', 'Bearer mina']],
    ['one token and ours with blanks before it', ['Bearer   testtoken', 'Bearer mina']],
    ['one token and the request that is read by hand', ['Bearer Bearer mina', 'Bearer mina']],
    ['one token and an empty one', ['Bearer mina', 'Bearer']],
    ['one token and the same between quotes', ['Bearer mina', 'Bearer "mina"']],
  ])('%s prove one part', async (_, values) => {
    const drafts = values.map((value) => get(value))
    expect(await proved('anybody', drafts)).toEqual(['one'])
  })

  test.each([
    ['our token', get('Bearer testtoken')],
    ['our token with blanks before it', get('Bearer   testtoken')],
    ['the request that is read by hand', requests['twice']!],
    ['no token', get('Bearer')],
    ['no header', get()],
    ['a token between quotes', get('Bearer "mina"')],
    ['a token without a scheme', get('mina')],
    ['a token behind Basic', get('Basic mina')],
    ['a token in the query', get(undefined, '/users/me?token=mina')],
    ['a token for a path of its own', get('Bearer mina', '/users/mina')],
    ['a token for the description', get('Bearer mina', '/openapi.json')],
    ['a token with another method', draftOf('POST', '/users/me', 'Bearer mina')],
  ])('%s proves nothing', async (_, draft) => {
    expect(await proved('anybody', [draft])).toEqual([])
  })
})

describe('by-hand', () => {
  const { read, request } = taskOf(lesson, 'by-hand', 'decode')

  test.each([
    requests[request]!,
    get('Bearer Bearer mina', '/users/me/'),
    get(' Bearer Bearer mina'),
  ])('the server reads the second Bearer as part of the name', async (draft) => {
    expect(read(await send(draft))).toBe('Bearer minafakedecoded')
  })

  test.each([
    ['one Bearer', get('Bearer mina')],
    ['small letters', get('bearer Bearer mina')],
    ['another name', get('Bearer Bearer nina')],
    ['no header', get()],
    ['another path', get('Bearer Bearer mina', '/users/mina')],
    ['another method', draftOf('POST', '/users/me', 'Bearer Bearer mina')],
  ])('a request with %s is not the one that was read', async (_, draft) => {
    expect(read(await send(draft))).toBeUndefined()
  })
})

describe('who-stops', () => {
  const { asked, options } = taskOf(lesson, 'who-stops', 'predict')

  test.each([get(), get(''), get(' \t'), get(undefined, '/users/me/')])(
    'a request without a header was asked about, and the guard stops it',
    async (draft) => {
      const exchange = await send(draft)
      expect(asked(exchange)).toBe(true)
      expect(options.filter(({ right }) => right(exchange)).map(({ id }) => id)).toEqual(['guard'])
    },
  )

  test.each([
    ['an empty token', get('Bearer')],
    ['another scheme', get('Basic x')],
    ['no header on another path', get(undefined, '/users/you')],
    ['no header and another method', draftOf('POST')],
  ])('a request with %s was not asked about', async (_, draft) => {
    expect(asked(await send(draft))).toBe(false)
  })

  test('what comes through to the handler is no option of the guard', async () => {
    const exchange = await send(get('Bearer x'))
    const right = options.filter((option) => option.right(exchange)).map(({ id }) => id)
    expect(right).toEqual(['handler'])
  })
})

describe('gates', () => {
  test.each([
    ['404', [get(undefined, '/users/you'), get(), get('Basic x')]],
    ['405', [draftOf('DELETE'), get(''), get('mine')]],
    ['our requests', [requests['no-route']!, requests['no-header']!, requests['basic']!]],
  ])('three refusals, with a %s among them, prove all parts', async (_, drafts) => {
    expect(await proved('gates', drafts)).toEqual(['route', 'header', 'scheme'])
  })

  test.each([
    ['route', get('Bearer x', '/users/me/items')],
    ['route', get('Basic x', '/users')],
    ['route', draftOf('POST', '/token')],
    ['header', get()],
    ['header', get(undefined, '/users/me/')],
    ['scheme', get('Token x')],
    ['scheme', get('Bearerx')],
  ])('a request that ends at %s proves that part alone', async (part, draft) => {
    expect(await proved('gates', [draft])).toEqual([part])
  })

  test.each([
    ['what passes', get('Bearer x')],
    ['an empty token', get('Bearer')],
    ['the description', get(undefined, '/openapi.json')],
  ])('%s proves no part', async (_, draft) => {
    expect(await proved('gates', [draft])).toEqual([])
  })

  test('two headers end at the header gate', async () => {
    const lines: RequestDraft['headers'] = [
      ['Authorization', 'Bearer a'],
      ['Authorization', 'Bearer b'],
    ]
    expect(await proved('gates', [{ ...get(), headers: lines }])).toEqual(['header'])
  })

  test('nothing is stopped at the gates of token and user', async () => {
    for (const value of ['Bearer', 'Bearer x', 'Bearer "', 'Bearer Bearer', 'Bearer a.b.c']) {
      const { trace, response } = await send(get(value))
      expect(response.status, value).toBe(200)
      expect(trace.filter((event) => event.kind === 'decided' && !event.pass)).toEqual([])
    }
  })
})

describe('shortest', () => {
  test.each([get('Bearer'), get('Bearer '), get('bearer'), get('BEARER \t', '/users/me/')])(
    'a scheme with nothing behind it proves it',
    async (draft) => {
      expect(await proved('shortest', [draft])).toEqual(['shortest'])
    },
  )

  test.each([
    ['one letter', get('Bearer x')],
    ['one no-break space', get('Bearer \u00a0')],
    ['no header', get()],
    ['an empty header', get('')],
    ['another scheme', get('Basic')],
    ['the word itself', get('Bearer fakedecoded')],
    ['another path', get('Bearer', '/users')],
  ])('%s does not prove it', async (_, draft) => {
    expect(await proved('shortest', [draft])).toEqual([])
  })
})

describe('detectors', () => {
  const first = async (draft: RequestDraft, page?: string) => {
    const exchange = await send(draft, page)
    return lesson.detectors.find(({ fits }) => fits(exchange))?.id
  }

  test.each([
    ['password-brought', ['Basic am9obmRvZTpzZWNyZXQ=', 'basic x', 'Basic']],
    ['space-missing', ['Bearerx', 'Bearer:x', 'bearer_x y', 'Bearer\tx']],
    ['scheme-missing', ['mina', 'eyJhbGciOiJIUzI1NiJ9.e30.x', ' x ']],
    ['quotes-around-token', ['Bearer "x"', "Bearer 'x", 'Bearer x`']],
    ['suffix-typed', ['Bearer adminfakedecoded', 'bearer fakedecoded']],
    [
      'jwt-unread',
      [
        'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJtaW5hIn0.x',
        'Bearer eyJhbGciOiJIUzI1NiJ9.eyJ1c2VybmFtZSI6Im1pbmEifQ.',
      ],
    ],
  ])('%s answers %s', async (id, values) => {
    for (const value of values) expect(await first(get(value)), value).toBe(id)
  })

  test.each([
    ['name-in-path', '/users/mina'],
    ['name-in-path', '/users/johndoe/'],
    ['name-in-query', '/users/me?username=mina'],
    ['name-in-query', '/users/me/?a=b&user=mina'],
    ['token-in-query', '/users/me?token=mina'],
    ['token-in-query', '/users/me?access_token=mina'],
  ])('%s answers GET %s', async (id, path) => {
    expect(await first(get('Bearer x', path))).toBe(id)
  })

  test.each(['POST', 'PUT'])('no-login-yet answers a form by POST, not by %s', async (method) => {
    expect(await first({ ...form, method })).toBe(method === 'POST' ? 'no-login-yet' : undefined)
  })

  test.each([
    ['anybody', 'token-empty'],
    ['shortest', undefined],
    ['recap', undefined],
  ])('on the page %s an empty token is answered by %s', async (page, id) => {
    expect(await first(get('Bearer'), page)).toBe(id)
  })

  test.each([
    undefined,
    '',
    'Bearer x',
    'bearer testtoken2',
    'Bearer fakedecodedx',
    'Bearer a.b.c',
    // No header that names an algorithm, nobody's name inside, or more parts than a JWT has.
    'Bearer x.e30.',
    'Bearer eyJhbGciOiJIUzI1NiJ9.e30.x',
    'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOjF9.x',
    'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJtaW5hIn0.x.y.z',
    'Bearer a"b',
    'Digest',
    'DPoP x',
  ])('no detector answers GET /users/me with "%s"', async (value) => {
    expect(await first(get(value), 'anybody')).toBeUndefined()
  })

  test.each([
    ['a longer path', get('Bearer x', '/users/me/items')],
    ['a query of another name', get('Bearer x', '/users/me?nickname=x')],
    ['an empty name in the query', get('Bearer x', '/users/me?name=&token=')],
    ['a header where no guard stands', get('x', '/openapi.json')],
  ])('no detector answers %s', async (_, draft) => {
    expect(await first(draft, 'anybody')).toBeUndefined()
  })

  test.each([
    get('Basic x'),
    get('Bearerx'),
    get('x'),
    get('Bearer x', '/users/you'),
    draftOf('POST', '/token'),
  ])('no detector answers where being stopped is the task', async (draft) => {
    expect(await first(draft, 'recap')).toBeDefined()
    expect(await first(draft, 'gates')).toBeUndefined()
  })

  test.each([
    ['me', 'who'],
    ['twice', 'by-hand'],
    ['no-header', 'who-stops'],
    ['basic', 'gates'],
    ['no-route', 'gates'],
    ['empty', 'shortest'],
  ])('no detector answers the request "%s" on the page %s', async (request, page) => {
    expect(await first(requests[request]!, page)).toBeUndefined()
  })
})
