/** What proves the tasks of lesson 6 done and what does not, on attacks that its servers really answered. */

import { beforeAll, describe, expect, test } from 'vitest'
import twoServers from '../../lessons/5-two-servers/lesson.ts'
import lesson from '../../lessons/6-stolen-cookie/lesson.ts'
import walk from '../../lessons/6-stolen-cookie/walk.ts'
import { received } from '../../lessons/5-two-servers/checks.ts'
import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import { useBcrypt } from '../../server/security/index.ts'
import { advance, isDone } from '../../web/state/progress.ts'
import { cheapBcrypt } from '../server/support/cheap-bcrypt.ts'
import { type Attack, type Deed, doneIn, tokenIn } from '../support/done-in.ts'
import { exchangeOf } from '../support/exchange.ts'
import { LearnersBrowser } from '../support/learners-browser.ts'
import { provedBy, taskOf } from '../support/tasks.ts'
import { walked } from '../support/walked.ts'

/** Beside the lesson's own, what can be sent by hand to the same servers. */
const requests = { ...twoServers.requests, ...lesson.requests }

const { form, withHeader, journalOf, last, proved } = doneIn(lesson, requests)

beforeAll(() => useBcrypt(cheapBcrypt()))

describe('worth', () => {
  const { asked, options } = taskOf(lesson, 'worth', 'predict')
  const right = (exchange: Exchange) =>
    options.filter((option) => option.right(exchange)).map(({ id }) => id)

  test('the cookie of faithful says nothing', async () => {
    const exchange = await last(['faithful-login'])
    expect(asked(exchange)).toBe(true)
    expect(right(exchange)).toEqual(['nothing'])
  })

  test.each(['login', 'me', 'faithful-me'])('%s was not asked about', async (id) => {
    expect(asked(await last([id]))).toBe(false)
  })

  test.each([
    ['HttpOnly', ['http-only']],
    ['httponly; SameSite=Lax', ['both']],
    ['HttpOnly; SameSite=Lax; Path=/', []],
    ['SameSite=Lax', []],
  ])('a cookie with %s would be %j', async (attributes, ids) => {
    const exchange = await last(['faithful-login'])
    const trace = exchange.trace.map((event) =>
      event.kind === 'sent'
        ? {
            ...event,
            headers: event.headers.map(([n, v]): [string, string] => [
              n,
              n === 'set-cookie' ? `${v}; ${attributes}` : v,
            ]),
          }
        : event,
    )
    expect(right({ ...exchange, trace })).toEqual(ids)
  })

  test('an answer without a cookie proves no option', async () => {
    expect(right(await last(['faithful-me']))).toEqual([])
  })
})

describe.each(['steal', 'forge'] as const)('%s', (id) => {
  const kind = id === 'steal' ? 'script' : 'form'
  const onFaithful: Attack = [kind, 'faithful']
  const onClient: Attack = [kind, 'client']

  test.each([
    ['each login before its attack', ['faithful-login', onFaithful, 'login', onClient]],
    ['both logins first', ['login', 'faithful-login', onFaithful, onClient]],
    ['an attack in vain in between', ['faithful-login', onFaithful, onClient, 'login', onClient]],
  ] as [string, Deed[]][])('%s: broken and held', async (_, deeds) => {
    expect(await proved(id, deeds, 'break')).toEqual(['broken', 'held'])
  })

  test('the attack that succeeded proves its part alone, so that it can be replayed', async () => {
    const [, attack] = await journalOf(['faithful-login', onFaithful])
    expect(await provedBy(lesson, taskOf(lesson, id, 'break'), [attack!])).toEqual(['broken'])
  })

  // A script that finds no cookie steals nothing; a login can be forged where nobody is logged in.
  const alone = id === 'steal' ? [] : ['broken']

  test.each([
    ['nobody logged in', [onFaithful, onClient], alone],
    ['logged in too late', [onFaithful, 'faithful-login', onClient, 'login'], alone],
    ['logged out again', ['login', 'logout', onClient], []],
    ['a login that failed', ['wrong-password', onClient], []],
    ['a login that was lost to a spoilt cookie', ['login', 'spoilt', onClient], []],
    ['logged in at the other server', ['faithful-login', onClient], []],
    ['logged in at the hardened server', ['login', onFaithful], alone],
    ['the vulnerable server alone', ['faithful-login', onFaithful], ['broken']],
    ['the hardened server alone', ['login', onClient], ['held']],
  ] as [string, Deed[], string[]][])('%s: %j', async (_, deeds, parts) => {
    expect(await proved(id, deeds, 'break')).toEqual(parts)
  })

  test('the other page’s attack does not prove it', async () => {
    const other = kind === 'script' ? 'form' : 'script'
    const deeds: Deed[] = ['faithful-login', [other, 'faithful'], 'login', [other, 'client']]
    expect(await proved(id, deeds, 'break')).toEqual([])
  })

  test.each([
    ['by hand', { origin: 'bench' }],
    ['of no page', { attacked: undefined }],
    ['of a page that is not there', { attacked: 'auth' }],
  ])('the same requests, %s, do not prove it', async (_, part) => {
    const journal = await journalOf(['faithful-login', onFaithful, 'login', onClient])
    const changed = journal.map((one) => (one.attacked ? { ...one, ...part } : one) as Exchange)
    expect(await provedBy(lesson, taskOf(lesson, id, 'break'), changed)).toEqual([])
  })
})

test.each(['steal', 'forge'] as const)(
  '%s: logged in at client in one mode, the attack played in the other is not held',
  async (id) => {
    const kind = id === 'steal' ? 'script' : 'form'
    const [login, attack] = await journalOf(['login', [kind, 'client']])
    const switched: Exchange[] = [login!, { ...attack!, mode: 'browser' }]
    expect(await provedBy(lesson, taskOf(lesson, id, 'break'), switched)).toEqual([])
  },
)

test('a script that read a token on client is not held', async () => {
  const browser = new LearnersBrowser(lesson)
  const token = tokenIn(await browser.send(requests['login']!))
  await browser.steal('client', token)
  await browser.steal('client', `${token}x`)
  expect(browser.journal.map(({ response }) => response.status)).toEqual([200, 200, 401])
  expect(await provedBy(lesson, taskOf(lesson, 'steal', 'break'), browser.journal)).toEqual([])
})

test('a forged login with whose form the cookie of client went along is not held', async () => {
  const browser = new LearnersBrowser(lesson)
  await browser.send(requests['login']!)
  await browser.forge('client', { cookie: browser.cookieOf('client') })
  expect(browser.journal.at(-1)!.response.status).toBe(403)
  expect(await provedBy(lesson, taskOf(lesson, 'forge', 'break'), browser.journal)).toEqual([])
})

test('a forged login puts another cookie in the place of the one that went along', async () => {
  const browser = new LearnersBrowser(lesson)
  await browser.send(requests['faithful-login']!)
  const own = browser.cookieOf('faithful')
  const forged = await browser.forge('faithful')
  expect(received(forged, 'cookie')).toBe(own)
  expect(forged.response.status).toBe(200)
  expect(browser.cookieOf('faithful')).toBe(`jwt_token=${tokenIn(forged)}`)
})

test('the cookie of client stays at home', async () => {
  const [, forged] = await journalOf(['login', ['form', 'client']])
  expect(received(forged!, 'cookie')).toBe('')
})

describe('origin-check', () => {
  const from = (id: string, ...said: RequestDraft['headers']): RequestDraft => {
    const { headers, ...draft } = requests[id]!
    return { ...draft, headers: [...headers, ...said] }
  }

  test.each([
    ['a logout of another site', from('logout', ['Sec-Fetch-Site', 'cross-site']), ['foreign']],
    ['a logout of the same site', from('logout', ['Sec-Fetch-Site', 'same-site']), ['foreign']],
    ['a login of another origin', from('login', ['Origin', 'https://prize.example']), ['foreign']],
    ['a login of an opaque origin', from('login', ['Origin', 'null']), ['foreign']],
    ['a logout of its own page', from('logout', ['Sec-Fetch-Site', 'same-origin']), ['own']],
    ['a login of its own page', from('login', ['Sec-Fetch-Site', 'same-origin']), ['own']],
    ['a logout that says nothing', 'logout', []],
    ['a login that says nothing', 'login', []],
    ['data of another site', from('me', ['Sec-Fetch-Site', 'cross-site']), []],
    ['a login at faithful', from('faithful-login', ['Sec-Fetch-Site', 'cross-site']), []],
    ['its own at faithful', from('faithful-login', ['Sec-Fetch-Site', 'same-origin']), []],
    ['an attack that was played', ['form', 'client'] satisfies Attack, []],
  ] as [string, Deed, string[]][])('%s proves %j', async (_, deed, parts) => {
    expect(await proved('origin-check', [deed])).toEqual(parts)
  })
})

describe('the table of attacks', () => {
  test.each([
    ['foreign-login', 200, 403],
    ['nameless-login', 200, 403],
    ['frame', 401, 401],
    ['link', 200, 200],
    ['spoilt-token', 200, 401],
  ])('%s: %i on the vulnerable server, %i on the hardened one', async (id, weak, hardened) => {
    const { servers, draft } = lesson.attacks!.find((attack) => attack.id === id)!
    const statuses = []
    for (const server of servers) {
      const browser = new LearnersBrowser(lesson)
      await browser.send(requests[server === 'client' ? 'login' : 'faithful-login']!)
      statuses.push((await browser.fromOtherSite({ ...draft, server })).response.status)
    }
    expect(statuses).toEqual([weak, hardened])
  })

  test('is done when every row was played on both servers, and not before', async () => {
    const compare = lesson.pages.find(({ id }) => id === 'compare')!
    const journal: Exchange[] = []
    const isPlayed = () => isDone(compare, advance({}, lesson, journal)[lesson.slug]?.['compare'])
    for (const { servers, draft } of lesson.attacks!) {
      for (const server of servers) {
        expect(isPlayed(), `before ${draft.path} on ${server}`).toBe(false)
        const how = { origin: 'attack', page: 'compare' } as const
        const exchange = await exchangeOf(lesson, { ...draft, server }, how)
        journal.push({ ...exchange, attacked: server })
      }
    }
    expect(isPlayed()).toBe(true)
    for (const part of [{ page: 'forge' }, { origin: 'bench' }, { attacked: 'auth' }] as const) {
      const changed = journal.map((exchange) => ({ ...exchange, ...part }))
      expect(advance({}, lesson, changed)[lesson.slug]?.['compare']).toBeUndefined()
    }
  })

  test('has no other rows, each on the vulnerable server and on the hardened one', () => {
    expect(lesson.attacks!.map(({ id }) => id)).toHaveLength(5)
    for (const { servers } of lesson.attacks!) {
      expect(servers.map((server) => lesson.servers[server]!.weak)).toEqual([true, undefined])
    }
  })
})

describe('detectors', () => {
  const first = (exchange: Exchange) => lesson.detectors.find(({ fits }) => fits(exchange))?.id

  test.each([
    ['header-to-client', withHeader('me', 'Authorization', 'Bearer a.b.c')],
    ['header-to-client', withHeader('faithful-me', 'Authorization', 'Basic eDp5')],
    ['login-as-json', form('{"username":"johndoe","password":"secret"}')],
    ['login-as-json', form(' [1]', 'faithful')],
    ['unknown-user', form('username=alice&password=secret2')],
    ['unknown-user', form('username=JohnDoe&password=secret', 'faithful')],
  ] as [string, RequestDraft][])('%s answers %j', async (id, draft) => {
    expect(first(await last([draft]))).toBe(id)
  })

  test.each(['login', 'faithful-login'])(
    'still-stopped answers %s with nobody upstream',
    async (id) => {
      const asked = exchangeOf(lesson, requests[id]!, { stopped: true, page: 'steal' })
      expect(first(await asked)).toBe('still-stopped')
    },
  )

  test.each(Object.keys(requests))('no detector answers the request "%s"', async (id) => {
    expect(first(await last([id]))).toBeUndefined()
  })

  test('no detector answers an attack that was played', async () => {
    const deeds: Deed[] = [
      ['script', 'client'],
      ['form', 'client'],
      ['form', 'faithful'],
    ]
    for (const attack of await journalOf(deeds)) expect(first(attack)).toBeUndefined()
  })

  test('the walk through the lesson has its pages, and takes no wrong turn', async () => {
    expect(walk.map(({ page }) => page)).toEqual(lesson.pages.map(({ id }) => id))
    const { journal } = await walked(lesson)
    expect(journal).toHaveLength(11)
    expect(journal.filter((exchange) => first(exchange))).toEqual([])
  })
})
