/** What proves the tasks of lesson 1 done and what does not, on requests its servers really answered. */

import { describe, expect, test } from 'vitest'
import lesson from '../../lessons/1-first-steps/lesson.ts'
import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import { exchangeOf } from '../support/exchange.ts'
import { provedBy, taskOf } from '../support/tasks.ts'

const { requests } = lesson

/** `GET` of a path, with an `Authorization` header where one is given. */
const get = (authorization?: string, path = '/items/', server = 'api'): RequestDraft => ({
  server,
  method: 'GET',
  path,
  headers: authorization === undefined ? [] : [['Authorization', authorization]],
  body: '',
})

const draftOf = (method: string, path: string, server = 'api'): RequestDraft => ({
  ...get(undefined, path, server),
  method,
})

const send = (draft: RequestDraft, origin: Exchange['origin'] = 'bench') =>
  exchangeOf(lesson, draft, { origin })

/** The parts of a wire task that a journal of these drafts proves. */
const proved = (id: string, drafts: (RequestDraft | Exchange | Promise<Exchange>)[]) =>
  provedBy(lesson, taskOf(lesson, id, 'wire'), drafts)

test.each(['authorize', 'recap'])('%s starts with a request that has no header', (id) => {
  expect(lesson.pages.find((page) => page.id === id)).toMatchObject({ request: 'no-header' })
})

describe('knock', () => {
  const { asked } = taskOf(lesson, 'knock', 'predict')

  test.each([
    ['no header', get()],
    ['the path without its last slash', get(undefined, '/items')],
    ['an empty header, which is as good as none', get('')],
    ['a header of blanks', get(' \t')],
    ['a query', get(undefined, '/items/?page=2')],
  ])('GET /items/ with %s was asked about', async (_, draft) => {
    const exchange = await send(draft)
    expect(exchange.response.status).toBe(401)
    expect(asked(exchange)).toBe(true)
  })

  test.each([
    ['a token', get('Bearer foobar')],
    ['another scheme', get('Basic am9obmRvZTpzZWNyZXQ=')],
    ['a header in lower case', { ...get(), headers: [['authorization', 'Bearer x']] }],
    ['another path', get(undefined, '/item/')],
    ['another method', draftOf('POST', '/items/')],
  ] as [string, RequestDraft][])('a request with %s was not asked about', async (_, draft) => {
    expect(asked(await send(draft))).toBe(false)
  })
})

describe('invent', () => {
  test.each([
    'Bearer mine',
    'bearer mine',
    'Bearer a b c',
    'Bearer   mine',
    'Bearer Foobar',
    'Bearer foobar2',
    'Bearer mi"ne',
    'Bearer bearer-of-news',
  ])('a 200 to "%s" proves it', async (authorization) => {
    expect(await proved('invent', [get(authorization)])).toEqual(['passed'])
  })

  test('a 200 that came by way of a redirect proves it', async () => {
    const exchange = send(get('Bearer mine', '/items'))
    expect((await exchange).response).toMatchObject({ status: 200, redirected: true })
    expect(await proved('invent', [exchange])).toEqual(['passed'])
  })

  test.each([
    ['our own token', get('Bearer foobar')],
    ['our token with blanks before it', get('Bearer   foobar')],
    ['our Basic credentials behind Bearer', get('Bearer am9obmRvZTpzZWNyZXQ=')],
    ['our token between quotes', get('Bearer "foobar"')],
    ['our token behind a second Bearer', get('Bearer Bearer foobar')],
    ['an own token between quotes', get('Bearer "mine"')],
    ['an own token between single quotes', get("Bearer 'mine'")],
    ['an own token between backticks', get('Bearer `mine`')],
    ['an own token with a quote at one end', get('Bearer mine"')],
    ['an own token behind a second Bearer', get('Bearer Bearer mine')],
    ['an own token behind a second Bearer in lower case', get('Bearer bearer mine')],
    ['no token', get('Bearer')],
    ['a second Bearer only', get('Bearer Bearer')],
    ['an own token behind Basic', get('Basic mine')],
    ['an own token without a scheme', get('mine')],
    ['an own token without a space', get('Bearermine')],
    ['an own token in the query', get(undefined, '/items/?access_token=mine')],
    ['an own token for the description', get('Bearer mine', '/openapi.json')],
    ['an own token for no route', get('Bearer mine', '/item/')],
    [
      'two headers',
      {
        ...get('Bearer mine'),
        headers: [
          ['Authorization', 'Bearer a'],
          ['Authorization', 'Bearer b'],
        ],
      },
    ],
  ] as [string, RequestDraft][])('%s does not prove it', async (_, draft) => {
    expect(await proved('invent', [draft])).toEqual([])
  })
})

describe('wrong-scheme', () => {
  test.each(['Basic am9obmRvZTpzZWNyZXQ=', 'Token mine', 'mine', 'Bearermine', 'Bearer\tmine'])(
    'a 401 to "%s" proves it',
    async (authorization) => {
      expect(await proved('wrong-scheme', [get(authorization)])).toEqual(['refused'])
    },
  )

  test.each([
    ['a 401 without a header', get()],
    ['a 401 to an empty header', get('')],
    ['a 200', get('Bearer mine')],
    ['a 404 with a header', get('Basic mine', '/item/')],
    [
      'a 400 to two headers',
      {
        ...get(),
        headers: [
          ['Authorization', 'Basic a'],
          ['Authorization', 'Basic b'],
        ],
      },
    ],
  ] as [string, RequestDraft][])('%s does not prove it', async (_, draft) => {
    expect(await proved('wrong-scheme', [draft])).toEqual([])
  })
})

describe('two-spellings', () => {
  test.each([
    [['Bearer a', 'bearer a']],
    [['BEARER a', 'no', 'beArer b']],
    [['Bearer a', 'Bearer b', 'bEARER c']],
  ])('%s prove both parts', async (values) => {
    const drafts = values.map((value) => get(value))
    expect(await proved('two-spellings', drafts)).toEqual(['one', 'two'])
  })

  test.each([
    ['one spelling twice', ['Bearer a', 'Bearer b'], ['one']],
    ['two spellings of the token', ['Bearer foobar', 'Bearer Foobar'], ['one']],
    ['more spaces behind the scheme', ['Bearer a', 'Bearer  a', ' Bearer a'], ['one']],
    ['a second spelling that was refused', ['Bearer a', 'Baerer a'], ['one']],
    ['two refusals', ['Basic a', 'basic a'], []],
  ])('%s do not prove both', async (_, values, parts) => {
    expect(
      await proved(
        'two-spellings',
        values.map((value) => get(value)),
      ),
    ).toEqual(parts)
  })

  test('a spelling that passed where no guard stands does not count', async () => {
    const drafts = [get('Bearer a'), get('bearer a', '/openapi.json')]
    expect(await proved('two-spellings', drafts)).toEqual(['one'])
  })
})

describe('no-token-yet', () => {
  const { asked } = taskOf(lesson, 'no-token-yet', 'predict')

  test('the form to /token of the api was asked about, and is answered with 404', async () => {
    const exchange = await send(requests['login']!)
    expect(exchange.response).toMatchObject({ status: 404, body: '{"detail":"Not Found"}' })
    expect(asked(exchange)).toBe(true)
  })

  test.each([
    ['GET /token', get(undefined, '/token')],
    ['POST /token/', draftOf('POST', '/token/')],
    ['POST /tokens', draftOf('POST', '/tokens')],
    ['POST /token of the other server', draftOf('POST', '/token', 'v1')],
  ])('%s was not asked about', async (_, draft) => {
    expect(asked(await send(draft))).toBe(false)
  })
})

describe('token-url, and the same app below a prefix', () => {
  const provedThere = async (drafts: Parameters<typeof proved>[1]) => [
    ...(await proved('token-url', drafts)),
    ...(await proved('mounted', drafts)),
  ]
  const read = requests['description']!

  test('the description says the relative URL "token" on both servers', async () => {
    for (const server of ['api', 'v1']) {
      const { response } = await send({ ...read, server })
      expect(JSON.parse(response.body)).toMatchObject({
        components: {
          securitySchemes: {
            OAuth2PasswordBearer: { flows: { password: { tokenUrl: 'token' } } },
          },
        },
      })
    }
  })

  test.each([
    ['the selector set to each server', draftOf('GET', '/token', 'v1')],
    ['the path written out from the first server', draftOf('GET', '/v1/token', 'api')],
    ['a query behind the path', draftOf('POST', '/token?x=1', 'v1')],
  ])('%s proves all parts', async (_, below) => {
    expect(await provedThere([read, draftOf('POST', '/token'), below])).toEqual([
      'read',
      'here',
      'below',
    ])
  })

  test.each(['api', 'v1'])('the 404 of the missing route comes from %s itself', async (server) => {
    const { response, trace } = await send(draftOf('POST', '/token', server))
    expect(response.status).toBe(404)
    expect(trace).toContainEqual({
      kind: 'refused',
      status: 404,
      detail: 'Not Found',
      because: ['route-missing'],
    })
    const { path } = lesson.servers[server]!
    expect(trace[0]).toMatchObject({ url: `/lessons/first-steps/${path}/token` })
  })

  test('asking first and reading afterwards proves all parts too', async () => {
    const drafts = [draftOf('POST', '/token'), draftOf('POST', '/token', 'v1'), read]
    expect(await provedThere(drafts)).toEqual(['read', 'here', 'below'])
  })

  test.each([
    ['api', ['here']],
    ['v1', ['below']],
  ])('asking %s without reading proves its own part alone', async (server, parts) => {
    expect(await provedThere([draftOf('POST', '/token', server)])).toEqual(parts)
  })

  test.each([
    ['the token URL with a slash at its end', draftOf('POST', '/token/')],
    ['the token URL in capitals', draftOf('POST', '/Token')],
    ['a token in the query', draftOf('GET', '/items/?next=/token')],
    ['the last segment of another path', draftOf('GET', '/items/token')],
    ['our own path a second time', draftOf('POST', '/lessons/first-steps/api/token')],
    ['the other server’s path a second time', draftOf('POST', '/lessons/first-steps/api/v1/token')],
    ['the same from the other server', draftOf('POST', '/lessons/first-steps/api/token', 'v1')],
    ['a path that goes on', draftOf('GET', '/token/lessons/first-steps/api/token')],
  ])('%s is another place', async (_, draft) => {
    expect(await provedThere([read, draft])).toEqual(['read'])
  })

  test.each([
    'http://lab.example/',
    'https://host/a%20b/',
    'https://host/lessons/first-steps/api/',
  ])('a playground at %s has its token URLs below it', async (base) => {
    const at = async (draft: RequestDraft): Promise<Exchange> => {
      const exchange = await send(draft)
      const url = exchange.request.url.replace('http://localhost:3000/', base)
      return { ...exchange, request: { ...exchange.request, url } }
    }
    const here = await at(draftOf('POST', '/token'))
    const below = await at(draftOf('POST', '/token', 'v1'))
    const twice = await at(draftOf('POST', '/lessons/first-steps/api/token'))
    expect(await provedThere([here])).toEqual(['here'])
    expect(await provedThere([below])).toEqual(['below'])
    expect(await provedThere([twice])).toEqual([])
  })

  test('a token URL that something else answered does not count', async () => {
    const exchange = await send(draftOf('POST', '/token'))
    const broken = { ...exchange, response: { ...exchange.response, status: 502 } }
    expect(await provedThere([broken])).toEqual([])
  })

  test('asking one server twice leaves the other open', async () => {
    const drafts = [read, draftOf('POST', '/token', 'v1'), draftOf('GET', '/token', 'v1')]
    expect(await provedThere(drafts)).toEqual(['read', 'below'])
  })

  test.each([
    ['the docs page reading the description', () => send(read, 'docs')],
    ['a description that is not there', () => send(get(undefined, '/openapi.yaml'))],
    ['POST to the description', () => send(draftOf('POST', '/openapi.json'))],
  ])('%s is not reading it', async (_, exchange) => {
    expect(await provedThere([exchange()])).toEqual([])
  })
})

describe('authorize', () => {
  /** What Swagger UI sends when its dialog is filled in. */
  const dialog: RequestDraft = {
    ...requests['login']!,
    headers: [
      ['Authorization', 'Basic Og=='],
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['X-Requested-With', 'XMLHttpRequest'],
    ],
    body: 'grant_type=password&username=johndoe&password=secret',
  }

  test.each(['api', 'v1'])('the docs page asking the token URL of %s proves it', async (server) => {
    const exchange = await send({ ...dialog, server }, 'docs')
    expect(exchange.response.status).toBe(404)
    expect(await proved('authorize', [send({ ...dialog, server }, 'docs')])).toEqual(['asked'])
  })

  test('the same request from the bench does not prove it', async () => {
    expect(await proved('authorize', [dialog])).toEqual([])
  })

  test('another request of the docs page does not prove it', async () => {
    const others = [send(get(), 'docs'), send(get(undefined, '/openapi.json'), 'docs')]
    expect(await proved('authorize', others)).toEqual([])
  })
})

describe('detectors', () => {
  const first = async (draft: RequestDraft, origin?: Exchange['origin']) => {
    const exchange = await send(draft, origin)
    return lesson.detectors.find(({ fits }) => fits(exchange))?.id
  }

  test.each([
    ['bearer-twice', ['Bearer Bearer x', 'bearer BEARER x', 'Bearer Bearer', 'Bearer   Bearer x']],
    ['quotes-around-token', ['Bearer "x"', "Bearer 'x'", 'Bearer `x`', 'Bearer "x', 'Bearer x"']],
    ['space-missing', ['Bearerx', 'Bearer:x', 'Bearer: x', 'Bearer=x', 'bearer_x y', 'Bearer\tx']],
    ['scheme-misspelt', ['Baerer x', 'Berer x', 'bearar x', 'BEERER x', 'Beaerer x']],
    ['scheme-token', ['Token x', 'token x', 'JWT x', 'ApiKey x', 'Api-Key x', 'Token']],
    ['scheme-missing', ['x', 'foobar', 'eyJhbGciOiJIUzI1NiJ9.e30.x', 'Bear', ' x ']],
    ['token-empty', ['Bearer', 'Bearer ', 'bearer', 'BEARER  ', ' Bearer\t']],
  ])('%s answers %s', async (id, values) => {
    for (const value of values) expect(await first(get(value)), value).toBe(id)
  })

  test.each(['/items/?access_token=x', '/items?a=b&access_token=x'])(
    'token-in-query answers GET %s',
    async (path) => {
      expect(await first(get(undefined, path))).toBe('token-in-query')
    },
  )

  test.each([
    undefined,
    '',
    ' ',
    '\t',
    'Bearer x',
    'bearer x',
    'Bearer bearer-of-news',
    'Bearer bearers',
    'Bearer a"b',
    'Bearer it’s'.replace('’', "'"),
    'Basic am9obmRvZTpzZWNyZXQ=',
    'Basic Bearer x',
    'Basic "x"',
    'Basic',
    'Digest',
    'Tokens x',
    'Bear x',
    'Barer-of-news x',
    'DPoP x',
    'x y',
  ])('no detector answers GET /items/ with "%s"', async (value) => {
    expect(await first(get(value))).toBeUndefined()
  })

  test.each([
    ['a query of another name', get(undefined, '/items/?token=x')],
    ['a longer name', get(undefined, '/items/?my_access_token=x')],
    ['a query with an empty token', get(undefined, '/items/?access_token=')],
    ['a header where no guard stands', get('Bearer Bearer x', '/openapi.json')],
    ['a token for a route that is missing', get('x', '/item/')],
    ['the form', requests['login']!],
  ])('no detector answers %s', async (_, draft) => {
    expect(await first(draft)).toBeUndefined()
  })

  test('no detector answers what the docs page sends by itself', async () => {
    const dialog: RequestDraft = {
      ...requests['login']!,
      headers: [['Authorization', 'Basic Og==']],
    }
    expect(await first(dialog, 'docs')).toBeUndefined()
  })

  test('what token-empty answers did get a 200', async () => {
    expect((await send(get('Bearer'))).response).toMatchObject({ status: 200 })
  })

  test.each(Object.entries(requests))('no detector answers the request "%s"', async (_, draft) => {
    expect(await first(draft)).toBeUndefined()
  })
})
