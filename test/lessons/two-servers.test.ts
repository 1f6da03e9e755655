/** What proves the tasks of lesson 5 done and what does not, on requests its servers really answered. */

import { beforeAll, describe, expect, test, vi } from 'vitest'
import lesson from '../../lessons/5-two-servers/lesson.ts'
import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import { firstNeeded, isDone, tasksOf } from '../../web/state/progress.ts'
import { useBcrypt } from '../../server/security/index.ts'
import { cheapBcrypt } from '../server/support/cheap-bcrypt.ts'
import TWO_SERVERS from '../../lessons/5-two-servers/walk.ts'
import { exchangeOf } from '../support/exchange.ts'
import { provedBy, taskOf } from '../support/tasks.ts'
import { type Deed, doneIn, tokenIn as tokenOf } from '../support/done-in.ts'
import { LearnersBrowser } from '../support/learners-browser.ts'
import { walked } from '../support/walked.ts'

const { requests } = lesson

beforeAll(() => useBcrypt(cheapBcrypt()))

const { draftOf, form, withHeader, journalOf, last, proved } = doneIn(lesson)

describe('who-sees', () => {
  const { asked, options } = taskOf(lesson, 'who-sees', 'predict')
  const right = (exchange: Exchange) =>
    options.filter((option) => option.right(exchange)).map(({ id }) => id)

  test('a login shows that both servers see the password', async () => {
    const exchange = await last(['login'])
    expect(asked(exchange)).toBe(true)
    expect(right(exchange)).toEqual(['both'])
  })

  test('a password of signs and letters of other scripts is found again on the hop', async () => {
    const exchange = await last([form('username=johndoe&password=%2B%26+%EA%B0%80')])
    expect(right(exchange)).toEqual(['both'])
  })

  test('a login that finds nobody upstream is seen by the client server alone', async () => {
    const exchange = await exchangeOf(lesson, requests['login']!, { stopped: true })
    expect(right(exchange)).toEqual(['client'])
    expect(asked(exchange)).toBe(false)
  })

  test.each([
    ['a wrong password', draftOf('wrong-password')],
    ['no password', form('username=johndoe')],
    ['an empty password', form('username=johndoe&password=')],
    ['a login on the other server', draftOf('faithful-login')],
    ['a login at the auth server', draftOf('login', { server: 'auth', path: '/token' })],
    ['the page with the form', draftOf('page')],
  ])('%s was not asked about', async (_, draft) => {
    expect(asked(await last([draft]))).toBe(false)
  })
})

describe('small-browser', () => {
  test.each([
    ['the page and then the form', ['page', 'login'], ['form', 'cookie']],
    ['a failed try in between', ['page', 'wrong-password', 'login'], ['form', 'cookie']],
    ['the page alone', ['page'], ['form']],
    ['a login alone', ['login'], ['cookie']],
  ])('%s prove %s', async (_, deeds, parts) => {
    expect(await proved('small-browser', deeds)).toEqual(parts)
  })

  test.each([
    ['a wrong password', 'wrong-password'],
    ['a login on the other server', 'faithful-login'],
    ['the page of the other server', draftOf('page', { server: 'faithful' })],
    ['a page that is not there', draftOf('page', { path: '/login' })],
    ['asking for data', 'me'],
    ['a logout', 'logout'],
    ['a login at the auth server', draftOf('login', { server: 'auth', path: '/token' })],
  ])('%s proves neither', async (_, deed) => {
    expect(await proved('small-browser', [deed])).toEqual([])
  })
})

describe('hidden-hop', () => {
  test.each(['me', 'items'])('%s for a cookie, and the bare auth server, prove it', async (id) => {
    expect(await proved('hidden-hop', ['login', id, 'auth-me'])).toEqual(['data', 'direct'])
  })

  test('the cookie on the bench is a cookie too', async () => {
    const token = tokenOf(await last(['login']))
    const deeds = [
      withHeader('me', 'Cookie', `a=b; jwt_token=${token}`),
      draftOf('auth-me', { path: '/users/me/items/' }),
    ]
    expect(await proved('hidden-hop', deeds)).toEqual(['data', 'direct'])
  })

  test.each([
    ['no cookie', ['me']],
    ['a refused token', ['spoilt']],
    ['a Bearer header beside the cookie', ['login', withHeader('me', 'Authorization', 'Bearer x')]],
    ['the other server', ['faithful-login', 'faithful-me']],
    ['the login alone', ['login']],
    ['a page without data', ['login', 'page']],
    [
      'the auth server, asked with a bad token',
      [withHeader('auth-me', 'Authorization', 'Bearer x')],
    ],
    ['the auth server, asked for what it has not', [draftOf('auth-me', { path: '/users/' })]],
  ] as [string, Deed[]][])('%s proves nothing', async (_, deeds) => {
    expect(await proved('hidden-hop', deeds)).toEqual([])
  })
})

test('a login counts as given only for the mode whose cookie jar it filled', async () => {
  const page = taskOf(lesson, 'no-cookie', 'wire')
  const journal = await journalOf(['login'])
  const { mode } = journal[0]!
  const other = mode === 'real' ? 'browser' : 'real'
  expect(firstNeeded(page, undefined, journal, mode)).toBeUndefined()
  expect(firstNeeded(page, undefined, journal, other)).toEqual({ request: 'login' })
})

describe('no-cookie', () => {
  test.each([
    [['login', 'logout', 'me']],
    [['login', 'me', 'logout', 'items']],
    [['logout', 'login', 'logout', 'me']],
  ])('%s prove both parts', async (deeds) => {
    expect(await proved('no-cookie', deeds)).toEqual(['out', 'refused'])
  })

  test.each([
    ['data before the logout', ['me', 'login', 'logout'], ['out']],
    ['data after a new login', ['login', 'logout', 'login', 'me'], ['out']],
    ['a spoilt cookie after the logout', ['login', 'logout', 'spoilt'], ['out']],
    ['data of the other server', ['login', 'logout', 'faithful-me'], ['out']],
    ['no logout', ['me'], []],
    // The answer is the same, and there was nothing to clear.
    ['a logout that carried no cookie', ['logout', 'me'], []],
    ['a logout whose cookie was left out', ['login', withHeader('logout', 'Cookie', ''), 'me'], []],
    ['a logout of the wrong method', ['login', draftOf('logout', { method: 'GET' }), 'me'], []],
    [
      'a logout that a foreign page sends',
      ['login', withHeader('logout', 'Origin', 'https://prize.example'), 'me'],
      [],
    ],
    [
      'a logout that the other server has not',
      ['login', draftOf('logout', { server: 'faithful' }), 'me'],
      [],
    ],
  ] as [string, Deed[], string[]][])('%s does not prove both', async (_, deeds, parts) => {
    expect(await proved('no-cookie', deeds)).toEqual(parts)
  })

  test('data refused by servers that never had the cookie does not prove the second part', async () => {
    const journal = await journalOf(['login', 'logout', 'me'], 'no-cookie')
    const [login, logout, me] = journal as [Exchange, Exchange, Exchange]
    const switched: Exchange[] = [login, logout, { ...me, mode: 'browser' }]
    expect(await provedBy(lesson, taskOf(lesson, 'no-cookie', 'wire'), switched)).toEqual(['out'])
  })
})

describe('spoilt-cookie', () => {
  test.each([
    'jwt_token=a.b.c',
    'jwt_token=x',
    'a=b; jwt_token=a.b.c',
    // Signed by nobody.
    'jwt_token=eyJhbGciOiJub25lIn0.eyJzdWIiOiJqb2huZG9lIn0.',
  ])('"%s" proves it', async (cookie) => {
    expect(await proved('spoilt-cookie', [withHeader('me', 'Cookie', cookie)])).toEqual(['cleared'])
  })

  test('a real token with one letter changed in the middle proves it', async () => {
    const token = tokenOf(await last(['login']))
    const at = token.length / 2
    const spoilt = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
    const deeds = ['login', withHeader('items', 'Cookie', `jwt_token=${spoilt}`)]
    expect(await proved('spoilt-cookie', deeds)).toEqual(['cleared'])
  })

  test.each([
    ['no cookie', ['me']],
    ['a good cookie', ['login', 'me']],
    ['a cookie that could be no token', [withHeader('me', 'Cookie', 'jwt_token=a b')]],
    ['an empty cookie', [withHeader('me', 'Cookie', 'jwt_token=')]],
    ['a cookie of another name', [withHeader('me', 'Cookie', 'token=a.b.c')]],
    ['the other server', ['faithful-spoilt']],
    ['a logout', ['login', 'logout']],
    ['a bad Bearer header', [withHeader('me', 'Authorization', 'Bearer a.b.c')]],
  ] as [string, Deed[]][])('%s does not prove it', async (_, deeds) => {
    expect(await proved('spoilt-cookie', deeds)).toEqual([])
  })
})

describe('two-hundred', () => {
  const { asked } = taskOf(lesson, 'two-hundred', 'predict')

  test.each([
    ['the spoilt cookie', draftOf('faithful-spoilt')],
    ['another spoilt cookie', withHeader('faithful-me', 'Cookie', 'jwt_token=x')],
    ['the other data', draftOf('faithful-spoilt', { path: '/test-users-me-items' })],
  ])('%s is answered with 200 by faithful', async (_, draft) => {
    const exchange = await last([draft])
    expect(exchange.response).toMatchObject({
      status: 200,
      body: expect.stringContaining('Could not validate credentials'),
    })
    expect(asked(exchange)).toBe(true)
  })

  test.each([
    ['no cookie', ['faithful-me']],
    ['a good cookie', ['faithful-login', 'faithful-me']],
    ['the server that holds', ['spoilt']],
    ['a wrong password', [draftOf('wrong-password', { server: 'faithful' })]],
  ])('%s was not asked about', async (_, deeds) => {
    expect(asked(await last(deeds))).toBe(false)
  })
})

describe('stopped', () => {
  const { asked, stopped } = taskOf(lesson, 'stopped', 'predict')

  test('the auth server is stopped for the prediction', () => {
    expect(stopped).toBe(true)
  })

  test.each(['login', 'wrong-password'])('%s finds nobody upstream: 502', async (id) => {
    const exchange = await exchangeOf(lesson, requests[id]!, { stopped: true })
    expect(exchange.response.status).toBe(502)
    expect(asked(exchange)).toBe(true)
  })

  test.each(['login', 'wrong-password'])(
    '%s with the auth server there was not asked about',
    async (id) => {
      expect(asked(await last([id]))).toBe(false)
    },
  )

  test.each(['faithful-login', 'spoilt', 'page'])('%s was not asked about', async (id) => {
    expect(asked(await exchangeOf(lesson, requests[id]!, { stopped: true }))).toBe(false)
  })
})

describe('logout-token', () => {
  const task = taskOf(lesson, 'logout-token', 'wire')
  const bearer = (token: string, path = '/users/me/') =>
    withHeader('auth-me', 'Authorization', `Bearer ${token}`, { path })

  /** A journal whose last request carries the token of its first login. */
  const withToken = async (deeds: string[], asks: (token: string) => RequestDraft) => {
    const browser = new LearnersBrowser(lesson)
    for (const id of deeds) await browser.send(requests[id]!)
    await browser.send(asks(tokenOf(browser.journal[0]!)))
    return provedBy(lesson, task, browser.journal)
  }

  test.each([
    ['your data', (token: string) => bearer(token)],
    ['your items', (token: string) => bearer(token, '/users/me/items/')],
    ['the path without its last slash', (token: string) => bearer(token, '/users/me')],
  ])('the token opens %s after the logout', async (_, asks) => {
    expect(await withToken(['login', 'logout'], asks)).toEqual(['in', 'out', 'alive'])
  })

  test('it does so after other things have happened in between', async () => {
    const deeds = ['login', 'me', 'logout', 'me', 'wrong-password']
    expect(await withToken(deeds, bearer)).toEqual(['in', 'out', 'alive'])
  })

  test.each([
    ['without a logout', ['login'], bearer, ['in']],
    ['before the logout only', ['login', 'me'], bearer, ['in']],
    ['spoilt', ['login', 'logout'], (token: string) => bearer(`${token}x`), ['in', 'out']],
    [
      'in a cookie',
      ['login', 'logout'],
      (token: string) => withHeader('me', 'Cookie', `jwt_token=${token}`),
      ['in', 'out'],
    ],
    ['of the other server', ['faithful-login', 'logout'], bearer, []],
  ])('a token %s does not prove it', async (_, deeds, asks, parts) => {
    expect(await withToken(deeds, asks)).toEqual(parts)
  })

  test('a token of a login after the logout is no survivor', async () => {
    const browser = new LearnersBrowser(lesson)
    for (const id of ['login', 'logout']) await browser.send(requests[id]!)
    // A token made in another second is another one.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 })
    const later = await browser.send(requests['login']!)
    await browser.send(bearer(tokenOf(later)))
    vi.useRealTimers()
    expect(browser.journal.at(-1)!.response.status).toBe(200)
    expect(await provedBy(lesson, task, browser.journal)).toEqual(['in', 'out'])
  })

  test('a logout in the other mode, which has cookies of its own, proves nothing more', async () => {
    const real = await journalOf(['login'])
    const browser = await journalOf(['logout', bearer(tokenOf(real[0]!))])
    const journal = [...real, ...browser.map((one): Exchange => ({ ...one, mode: 'browser' }))]
    expect(browser.map(({ response }) => response.status)).toEqual([200, 200])
    expect(await provedBy(lesson, task, journal)).toEqual(['in'])
  })

  test('a logout with another cookie than the login’s proves nothing more', async () => {
    const browser = new LearnersBrowser(lesson)
    await browser.send(requests['login']!)
    await browser.send(withHeader('logout', 'Cookie', 'jwt_token=a.b.c'))
    expect(await provedBy(lesson, task, browser.journal)).toEqual(['in'])
  })

  test('asking before the logout and logging out then proves two parts', async () => {
    const browser = new LearnersBrowser(lesson)
    const login = await browser.send(requests['login']!)
    await browser.send(bearer(tokenOf(login)))
    await browser.send(requests['logout']!)
    expect(await provedBy(lesson, task, browser.journal)).toEqual(['in', 'out'])
  })
})

describe('detectors', () => {
  const first = (exchange: Exchange) => lesson.detectors.find(({ fits }) => fits(exchange))?.id

  test.each([
    ['cookie-without-name', withHeader('me', 'Cookie', 'eyJhbGciOiJIUzI1NiJ9.e30.x')],
    ['cookie-without-name', withHeader('faithful-me', 'Cookie', 'a.b.c')],
    ['bearer-in-cookie', withHeader('me', 'Cookie', 'jwt_token=Bearer a.b.c')],
    ['bearer-in-cookie', withHeader('items', 'Cookie', 'jwt_token=bearer%20a.b.c')],
    ['cookie-no-token', withHeader('me', 'Cookie', 'jwt_token=a b')],
    ['cookie-no-token', withHeader('items', 'Cookie', 'jwt_token="a!"')],
    ['header-to-client', withHeader('me', 'Authorization', 'Bearer a.b.c')],
    ['header-to-client', withHeader('faithful-me', 'Authorization', 'Basic eDp5')],
    ['login-as-json', form('{"username":"johndoe","password":"secret"}')],
    ['login-as-json', form(' [1]', 'faithful')],
    ['unknown-user', form('username=alice&password=secret2')],
    ['unknown-user', form('username=JohnDoe&password=secret', 'faithful')],
    ['logout-by-get', draftOf('logout', { method: 'GET' })],
    ['path-of-auth', draftOf('me', { path: '/users/me/' })],
    ['path-of-auth', draftOf('faithful-login', { path: '/token' })],
    ['path-of-client', draftOf('me', { server: 'auth' })],
    ['path-of-client', draftOf('login', { server: 'auth' })],
    ['path-of-client', draftOf('logout', { server: 'auth' })],
  ] as [string, RequestDraft][])('%s answers %j', async (id, draft) => {
    expect(first(await last([draft]))).toBe(id)
  })

  test.each(['login', 'faithful-login'])(
    'still-stopped answers %s with nobody upstream',
    async (id) => {
      const asked = (page: string) => exchangeOf(lesson, requests[id]!, { stopped: true, page })
      expect(first(await asked('logout-token'))).toBe('still-stopped')
      expect(first(await asked('stopped'))).toBeUndefined()
    },
  )

  test('upstream-late answers a login that the auth server was too slow for, which nobody has stopped', async () => {
    const { response, ...asked } = await exchangeOf(lesson, requests['login']!, { stopped: true })
    expect(first({ ...asked, response: { ...response, status: 504 } })).toBe('upstream-late')
  })

  test.each([
    ['a cookie of another name', withHeader('me', 'Cookie', 'a=b')],
    ['an empty Cookie header, which means none', withHeader('me', 'Cookie', '')],
    ['a blank Cookie header', withHeader('me', 'Cookie', ' ')],
    ['the cookie’s name alone', withHeader('me', 'Cookie', 'jwt_token')],
    ['a form that begins with a brace', form('{username=johndoe&password=secret')],
    ['an empty cookie', withHeader('me', 'Cookie', 'jwt_token=')],
    ['a token that is refused', withHeader('me', 'Cookie', 'jwt_token=bearer.b.c')],
    [
      'an Authorization header where it is wanted',
      withHeader('auth-me', 'Authorization', 'Bearer x'),
    ],
    ['a wrong password', draftOf('wrong-password')],
    ['a form without fields', form('')],
    ['a form with a brace in it', form('username=johndoe&password={secret}')],
    ['a path that nobody has', draftOf('me', { path: '/users' })],
    ['the auth server’s own path', draftOf('auth-me', { path: '/users/me/items/' })],
    ['a logout', draftOf('logout')],
    ['a GET of the login', draftOf('login', { method: 'GET', body: '', headers: [] })],
  ] as [string, RequestDraft][])('no detector answers %s', async (_, draft) => {
    expect(first(await last([draft]))).toBeUndefined()
  })

  test('no detector answers an Authorization header beside a cookie', async () => {
    expect(
      first(await last(['login', withHeader('me', 'Authorization', 'Bearer x')])),
    ).toBeUndefined()
  })

  test.each(Object.keys(requests))('no detector answers the request "%s"', async (id) => {
    expect(first(await last([id]))).toBeUndefined()
  })

  test('no detector answers an attack that was played', async () => {
    const deeds: Deed[] = [
      ['script', 'client'],
      ['script', 'faithful'],
    ]
    for (const attack of await journalOf(deeds)) expect(first(attack)).toBeUndefined()
  })
})

test('the walk through the lesson has its pages and does every task', async () => {
  expect(TWO_SERVERS.map(({ page }) => page)).toEqual(lesson.pages.map(({ id }) => id))

  const { journal, progress } = await walked(lesson)
  const open = tasksOf(lesson).filter((task) => !isDone(task, progress[lesson.slug]?.[task.id]))
  expect(open.map(({ id }) => id)).toEqual([])
  expect(journal.map((exchange) => lesson.detectors.find(({ fits }) => fits(exchange)))).toEqual(
    journal.map(() => undefined),
  )
})
