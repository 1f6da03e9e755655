/** What proves the tasks of lesson 3 done and what does not, on requests its servers really answered. */

import { describe, expect, test } from 'vitest'
import lesson from '../../lessons/3-password-flow/lesson.ts'
import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import { login } from '../../lessons/requests.ts'
import type { HeaderList } from '../../server/security/trace.ts'
import { exchangeOf } from '../support/exchange.ts'
import { provedBy, taskOf } from '../support/tasks.ts'

const { requests } = lesson

/** `GET` of a path, with an `Authorization` header where one is given. */
const get = (authorization?: string, path = '/users/me', server = 'api'): RequestDraft => ({
  server,
  method: 'GET',
  path,
  headers: authorization === undefined ? [] : [['Authorization', authorization]],
  body: '',
})

const john = 'username=johndoe&password=secret'

/** The login with another body, at another server, or with other headers. */
const form = (body = john, more: Partial<RequestDraft> = {}): RequestDraft => ({
  ...login(body),
  ...more,
})

const typed = (type: string, body = john) => form(body, { headers: [['Content-Type', type]] })

const json = '{"username":"johndoe","password":"secret"}'

const send = (
  draft: RequestDraft,
  { origin = 'bench', page = '' }: { origin?: Exchange['origin']; page?: string } = {},
) => exchangeOf(lesson, draft, { origin, page })

const fromDocs = (draft: RequestDraft) => send(draft, { origin: 'docs' })

type Journal = (RequestDraft | Promise<Exchange>)[]

/** The parts of a wire task that a journal of these drafts proves. */
const proved = (id: string, journal: Journal) =>
  provedBy(lesson, taskOf(lesson, id, 'wire'), journal)

describe('login', () => {
  const { asked, options } = taskOf(lesson, 'login', 'predict')

  test.each([
    ['as it stands', form()],
    ['with a grant type', form(`grant_type=password&${john}`)],
    ['with its fields turned round', form('password=secret&username=johndoe')],
    ['with a charset', typed('application/x-www-form-urlencoded; charset=utf-8')],
    ['with a slash behind the path', form(john, { path: '/token/' })],
    ['at the server that leaks', form(john, { server: 'leaky' })],
  ])('the form %s was asked about, and a token comes', async (_, draft) => {
    const exchange = await send(draft)
    expect(asked(exchange)).toBe(true)
    expect(options.filter(({ right }) => right(exchange)).map(({ id }) => id)).toEqual(['token'])
  })

  test.each([
    ['a wrong password', form('username=johndoe&password=no')],
    ['another user', form('username=alice&password=secret2')],
    ['a field missing', form('username=johndoe')],
    ['JSON', requests['json']!],
    ['the form as text', typed('text/plain')],
    ['another method', form(john, { method: 'PUT' })],
    ['another path', form(john, { path: '/login' })],
  ])('%s was not asked about', async (_, draft) => {
    expect(asked(await send(draft))).toBe(false)
  })

  test('johndoe’s data would be the third option', async () => {
    const exchange = await send(get('Bearer johndoe'))
    expect(options.filter(({ right }) => right(exchange)).map(({ id }) => id)).toEqual(['user'])
  })
})

describe('use', () => {
  test.each([
    ['one after the other', [form(), get('Bearer johndoe')]],
    ['a failed login before', [form('username=johndoe&password=x'), form(), get('bearer johndoe')]],
    ['something else between', [form(), get(), get('Bearer x'), get('Bearer johndoe')]],
    ['a slash behind the path', [form(), get('Bearer johndoe', '/users/me/')]],
    [
      'the server that leaks',
      [form(john, { server: 'leaky' }), get('Bearer johndoe', undefined, 'leaky')],
    ],
  ])('a login and its token, %s, prove both parts', async (_, drafts) => {
    expect(await proved('use', drafts)).toEqual(['login', 'used'])
  })

  test.each([
    ['a login alone', [form()]],
    ['the token before the login', [get('Bearer johndoe'), form()]],
    ['another token than came', [form(), get('Bearer alice')]],
    ['a token that is refused', [form('username=alice&password=secret2'), get('Bearer alice')]],
    ['no token', [form(), get()]],
    ['the token behind Basic', [form(), get('Basic johndoe')]],
    ['the token between quotes', [form(), get('Bearer "johndoe"')]],
    ['the token at another server', [form(), get('Bearer johndoe', undefined, 'leaky')]],
    ['the token for a path that is none', [form(), get('Bearer johndoe', '/users')]],
  ])('%s proves the login alone', async (_, drafts) => {
    expect(await proved('use', drafts)).toEqual(['login'])
  })

  test.each([
    ['the token without a login', [get('Bearer johndoe')]],
    ['a login that was refused', [form('username=johndoe&password=x'), get('Bearer johndoe')]],
    ['a login as JSON', [requests['json']!, get('Bearer johndoe')]],
  ])('%s proves nothing', async (_, drafts) => {
    expect(await proved('use', drafts)).toEqual([])
  })
})

test('a token that one mode issued, used in the other, does not prove its use', async () => {
  const [login, used] = await Promise.all([send(form()), send(get('Bearer johndoe'))])
  const journal: Exchange[] = [login, { ...used, mode: 'browser' }]
  expect(await provedBy(lesson, taskOf(lesson, 'use', 'wire'), journal)).toEqual(['login'])
})

describe('docs', () => {
  /** What Swagger UI sends when its dialog is filled in. */
  const dialog = form(`grant_type=password&${john}`, {
    headers: [
      ['Authorization', 'Basic Og=='],
      ['Content-Type', 'application/x-www-form-urlencoded'],
    ],
  })

  test.each([
    ['as the dialog sends it', dialog],
    ['without a grant type', form()],
  ])('a login of the docs page %s, and its token, prove both parts', async (_, draft) => {
    const journal = [fromDocs(draft), fromDocs(get('Bearer johndoe'))]
    expect(await proved('docs', journal)).toEqual(['login', 'used'])
  })

  test.each([
    ['from the bench alone', () => [dialog, get('Bearer johndoe')], []],
    ['the token from the bench', () => [fromDocs(dialog), get('Bearer johndoe')], ['login']],
    ['the login from the bench', () => [dialog, fromDocs(get('Bearer johndoe'))], []],
    ['the docs before they log in', () => [fromDocs(get()), fromDocs(dialog)], ['login']],
    [
      'a login that was refused',
      () => [fromDocs(form('username=johndoe&password=x')), fromDocs(get())],
      [],
    ],
  ] as [string, () => Journal, string[]][])('%s does not prove both', async (_, journal, parts) => {
    expect(await proved('docs', journal())).toEqual(parts)
  })
})

describe('missing', () => {
  test.each([
    ['no password', form('username=johndoe')],
    ['no username', form('password=secret')],
    ['an empty password', form('username=johndoe&password=')],
    ['a field of another name', form('user=johndoe&password=secret')],
  ])('%s proves the first part alone', async (_, draft) => {
    expect(await proved('missing', [draft])).toEqual(['one'])
  })

  test.each([
    ['JSON', requests['json']!],
    ['JSON that is named a form', form(json)],
    [
      'JSON over several lines',
      typed('application/json', JSON.stringify(JSON.parse(json), null, 2)),
    ],
    ['the form as text', typed('text/plain')],
    ['the form without a media type', form(john, { headers: [] })],
    ['names in capitals', form('USERNAME=johndoe&PASSWORD=secret')],
    ['brackets behind the names', form('username[]=johndoe&password[]=secret')],
    ['name and password in the query', form('', { path: `/token?${john}` })],
  ])('%s proves the second part alone', async (_, draft) => {
    expect(await proved('missing', [draft])).toEqual(['both'])
  })

  test.each([
    ['an empty form', form('')],
    ['both fields empty', form('username=&password=')],
    ['both fields empty, and another', form('username=&password=&x=1')],
    ['empty texts in JSON', typed('application/json', '{"username":"","password":""}')],
    ['other names', form('user=johndoe&pass=secret')],
    ['a grant type that is none', form(`grant_type=x&${john}`)],
    ['a wrong password', form('username=johndoe&password=x')],
    ['a multipart body that is broken', typed('multipart/form-data; boundary=x')],
    ['JSON to a path that is none', { ...requests['json']!, path: '/login' }],
    ['JSON by PUT', { ...requests['json']!, method: 'PUT' }],
  ])('%s proves nothing', async (_, draft) => {
    expect(await proved('missing', [draft])).toEqual([])
  })
})

describe('encoding', () => {
  test.each([
    'grant_type=a%2Bb%26c',
    'grant_type=a%2bb%26c&username=johndoe&password=secret',
    'grant_type=%61%2B%62%26%63&username=x&password=y',
    'grant_type=x&grant_type=a%2Bb%26c',
  ])('"%s" shows in the mirror', async (body) => {
    expect(await proved('encoding', [form(body)])).toEqual(['mirror'])
  })

  test.each([
    'username=johndoe&password=a%2Bb%26c',
    'password=a%2bb%26c&username=%6aohndoe',
    'grant_type=password&username=nobody&password=x&password=a%2Bb%26c',
  ])('"%s" brings the password', async (body) => {
    expect(await proved('encoding', [form(body)])).toEqual(['password'])
  })

  test.each([
    ['plain characters', requests['mirror']!],
    ['a plain plus', form('grant_type=a+b%26c')],
    ['a plain ampersand', form('grant_type=a%2Bb&c')],
    ['a blank', form('grant_type=a%20b%26c')],
    ['escaped twice', form('grant_type=a%252Bb%2526c')],
    ['another field', form('username=a%2Bb%26c')],
    ['a password in plain characters', form('username=johndoe&password=a+b&c')],
    ['a password before the last', form('username=johndoe&password=a%2Bb%26c&password=x')],
    ['a password without a username', form('password=a%2Bb%26c')],
    [
      'a password with a grant type that is none',
      form('grant_type=x&username=a&password=a%2Bb%26c'),
    ],
    ['a password as text', typed('text/plain', 'username=johndoe&password=a%2Bb%26c')],
    ['a password as JSON', typed('application/json', '{"username":"a","password":"a+b&c"}')],
    ['another path', form('grant_type=a%2Bb%26c', { path: '/tokens' })],
  ])('%s proves nothing', async (_, draft) => {
    expect(await proved('encoding', [draft])).toEqual([])
  })
})

describe('refusals', () => {
  test.each([
    ['login', requests['wrong-password']!],
    ['login', form('username=nobody&password=secret')],
    ['login', form('username=alice&password=secret')],
    ['token', requests['nobody']!],
    ['token', get('Bearer')],
    ['token', get('Bearer JOHNDOE', '/users/me/')],
    ['inactive', requests['alice-me']!],
    ['inactive', get('bearer alice', undefined, 'leaky')],
  ])('the part %s is proved alone by its refusal', async (part, draft) => {
    expect(await proved('refusals', [draft])).toEqual([part])
  })

  test('one refusal of each kind proves all parts', async () => {
    const journal = [requests['alice-me']!, requests['nobody']!, requests['wrong-password']!]
    expect(await proved('refusals', journal)).toEqual(['login', 'token', 'inactive'])
  })

  test.each([
    ['Alice’s login', requests['alice-login']!],
    ['a form with a field missing', requests['no-password']!],
    ['a multipart body that is broken', typed('multipart/form-data; boundary=x')],
    ['no header', get()],
    ['another scheme', get('Basic x')],
    ['johndoe', get('Bearer johndoe')],
    ['a token for a path that is none', get('Bearer nobody', '/users')],
    ['a token at the server that signs', get('Bearer nobody', undefined, 'signed')],
    ['GET /token', get(undefined, '/token')],
  ])('%s proves nothing', async (_, draft) => {
    expect(await proved('refusals', [draft])).toEqual([])
  })
})

describe('leak', () => {
  const leak = requests['leak']!

  test.each([
    ['in this order', [requests['john-me']!, leak]],
    ['the other way round', [leak, get('bearer johndoe', '/users/me/')]],
  ])('both servers, %s, prove both parts', async (_, drafts) => {
    expect(await proved('leak', drafts)).toEqual(['kept', 'told'])
  })

  test.each([
    ['api', ['kept']],
    ['leaky', ['told']],
    ['signed', []],
  ])('johndoe’s name at %s proves %s', async (server, parts) => {
    expect(await proved('leak', [get('Bearer johndoe', undefined, server)])).toEqual(parts)
  })

  test.each(['api', 'leaky'])('a refusal at %s proves nothing', async (server) => {
    const refused = ['Bearer alice', 'Bearer nobody', 'Basic johndoe', undefined]
    const journal = refused.map((value) => get(value, undefined, server))
    expect(await proved('leak', [...journal, form(john, { server })])).toEqual([])
  })
})

describe('break', () => {
  const task = taskOf(lesson, 'break', 'break')
  const [broken] = task.parts
  const parts = (drafts: RequestDraft[]) => provedBy(lesson, task, drafts)
  const attack = get('Bearer johndoe')

  /** The recorded attack at the server that holds. */
  const replayed = (draft: RequestDraft): RequestDraft => ({ ...draft, server: task.hardened })

  test.each([attack, get('bearer johndoe'), get('Bearer johndoe', '/users/me/')])(
    'reading johndoe’s data by his name breaks api, and the same request does not break signed',
    async (draft) => {
      expect(broken.done([await send(draft)])).toBe(true)
      expect(await parts([draft])).toEqual(['broken'])
      expect(await parts([draft, replayed(draft)])).toEqual(['broken', 'held'])
    },
  )

  test('the replay is redirected to the slash, and refused there for what the token is', async () => {
    const { response, trace } = await send(replayed(attack))
    expect(response).toMatchObject({ status: 401, redirected: true })
    expect(trace).toContainEqual(
      expect.objectContaining({ gate: 'parts', pass: false, because: 'not-three-parts' }),
    )
  })

  test.each([
    ['the replay without an attack', [replayed(attack)]],
    ['the replay before the attack', [replayed(attack), requests['alice-me']!]],
    ['a token that is refused', [requests['alice-me']!, replayed(requests['alice-me']!)]],
    ['a login', [form()]],
    ['the server that leaks', [requests['leak']!, replayed(requests['leak']!)]],
    ['no header', [get(), replayed(get())]],
    ['the name behind Basic', [get('Basic johndoe')]],
  ])('%s proves nothing', async (_, drafts) => {
    expect(await parts(drafts)).toEqual([])
  })

  test.each([
    ['another token at signed', get('Bearer alice', undefined, 'signed')],
    ['no token at signed', get(undefined, undefined, 'signed')],
    ['another path at signed', get('Bearer johndoe', '/users/me/items/', 'signed')],
    ['a login at signed', form(john, { server: 'signed' })],
    ['the attack once more', attack],
  ])('%s is not the replay', async (_, draft) => {
    expect(await parts([attack, draft])).toEqual(['broken'])
  })

  test('a signed token is no replay, and opens the server that signs', async () => {
    const { response } = await send(form(john, { server: 'signed' }))
    const { access_token: token } = JSON.parse(response.body) as { access_token: string }
    const opened = get(`Bearer ${token}`, '/users/me/', 'signed')
    expect((await send(opened)).response.status).toBe(200)
    expect(await parts([attack, opened])).toEqual(['broken'])
  })
})

describe('detectors', () => {
  const first = async (draft: RequestDraft, how?: Parameters<typeof send>[1]) => {
    const exchange = await send(draft, how)
    return lesson.detectors.find(({ fits }) => fits(exchange))?.id
  }

  const withHeader = (value: string): RequestDraft => {
    const headers: HeaderList = [['Authorization', value], ...form().headers]
    return form(john, { headers })
  }

  test.each([
    ['get-token', get(undefined, '/token')],
    ['get-token', get('Bearer x', `/token?${john}`)],
    ['form-to-me', form(john, { path: '/users/me' })],
    ['form-to-me', form(john, { path: '/users/me/' })],
    ['password-in-query', form('', { path: `/token?${john}` })],
    ['password-in-query', form('username=johndoe', { path: '/token?password=secret' })],
    ['json-body', requests['json']!],
    ['json-body', form(json)],
    ['json-body', form(json, { headers: [] })],
    ['json-body', typed('application/problem+json', json)],
    ['json-body', typed('text/plain', `\n${json}`)],
    ['json-body', form("{'username':'johndoe'}", { headers: [] })],
    ['json-body', typed('application/json', '[]')],
    // The header said JSON, and the body is a form.
    ['no-form', typed('application/json')],
    ['no-form', typed('application/problem+json')],
    ['no-form', typed('text/plain')],
    ['no-form', form(john, { headers: [] })],
    ['no-form', typed('application/x-www-form')],
    ['field-name', form('user=johndoe&password=secret')],
    ['field-name', form('email=johndoe@example.com&password=secret')],
    ['field-name', form('username=johndoe&pwd=secret')],
    ['field-name', form('Username=johndoe&Password=secret')],
    ['escaped-twice', form('username=johndoe&password=a%252Bb')],
    ['escaped-twice', form('grant_type=a%2Bb%2526c')],
    ['ampersand-cuts', form('username=johndoe&password=a%2Bb&c')],
    ['ampersand-cuts', form('grant_type=a%2Bb&c&username=x&password=y')],
    ['plus-is-blank', form('username=johndoe&password=a+b%26c')],
    ['plus-is-blank', form('grant_type=a+b%26c')],
    ['blank-at-end', form('username=johndoe%20&password=secret')],
    ['blank-at-end', form(`${john}\n`)],
    ['blank-at-end', form('username= johndoe&password=secret')],
    ['hash-as-password', form('username=johndoe&password=fakehashedsecret')],
    ['hash-as-password', form('username=alice&password=fakehashedsecret2')],
    ['alice-gets-in', requests['alice-login']!],
    ['alice-gets-in', form('grant_type=password&username=alice&password=secret2')],
    ['header-at-login', withHeader('Bearer johndoe')],
    ['header-at-login', withHeader('Basic am9obmRvZTpzZWNyZXQ=')],
    ['answer-as-token', get('Bearer {"access_token":"johndoe","token_type":"bearer"}')],
    ['answer-as-token', get('Bearer "access_token":"johndoe"')],
    ['bearer-twice', get('Bearer Bearer johndoe')],
    ['bearer-twice', get('Bearer bearer johndoe')],
    ['quotes-around-token', get('Bearer "johndoe"')],
    ['quotes-around-token', get("Bearer 'johndoe")],
    ['basic-at-me', get('Basic am9obmRvZTpzZWNyZXQ=')],
    ['basic-at-me', get('basic')],
    ['scheme-missing', get('johndoe')],
    ['scheme-missing', get('token')],
    ['password-as-token', get('Bearer secret')],
    ['password-as-token', get('Bearer fakehashedsecret')],
    ['name-in-path', get('Bearer johndoe', '/users/johndoe')],
    ['name-in-path', get('Bearer johndoe', '/users/alice/')],
  ] as [string, RequestDraft][])('%s answers $method $path $body $headers', async (id, draft) => {
    expect(await first(draft)).toBe(id)
  })

  test.each([
    ['a good login', form()],
    ['a good login with all fields', form(`grant_type=password&${john}&scope=a+b&client_id=x`)],
    ['a login in multipart', typed('multipart/form-data; boundary=x', '--x--')],
    ['a wrong password', requests['wrong-password']!],
    ['a password with blanks inside', form('username=johndoe&password=a%20b')],
    ['a password in escapes', form('username=johndoe&password=a%2Bb%26c')],
    ['a percent sign in escapes', form('username=johndoe&password=100%25')],
    ['an empty form', form('')],
    ['nothing, said to be JSON', typed('application/json', '')],
    ['XML', typed('application/xml', '<login username="johndoe" password="secret"/>')],
    ['plain words', typed('text/plain', 'johndoe secret')],
    ['plain words said to be a form', form('johndoe')],
    ['a field of another name beside the missing one', form('username=johndoe&id=5')],
    ['a password that looks hashed and is nobody’s', form('username=johndoe&password=fakehashed')],
    ['an empty username in the query', form(john, { path: '/token?username=' })],
    ['a POST to /users/me that is no form', { ...get('Bearer johndoe'), method: 'POST' }],
    ['a token with the name of a field', get('Bearer my_access_token')],
    ['a token in braces', get('Bearer {johndoe}')],
    ['one field', requests['no-password']!],
    ['Alice with a wrong password', form('username=alice&password=secret')],
    ['no header', get()],
    ['a good token', get('Bearer johndoe')],
    ['a token of nobody', get('Bearer nobody')],
    ['an empty token', get('Bearer')],
    ['secret things that are no password', get('Bearer secrets')],
    ['the description', get('johndoe', '/openapi.json')],
    ['a longer path', get('Bearer johndoe', '/users/me/items')],
  ])('no detector answers %s', async (_, draft) => {
    expect(await first(draft)).toBeUndefined()
  })

  test.each([
    ['JSON', requests['json']!],
    ['a form as text', typed('text/plain')],
    ['a login in the query', form('', { path: `/token?${john}` })],
    ['a field of another name', form('user=johndoe&password=secret')],
  ])('no detector answers %s where a form that cannot be read is asked for', async (_, draft) => {
    expect(await first(draft)).toBeDefined()
    expect(await first(draft, { page: 'missing' })).toBeUndefined()
  })

  test('a login is answered where none is needed, and nowhere else', async () => {
    expect(await first(form(), { page: 'break' })).toBe('login-not-needed')
    expect(await first(requests['wrong-password']!, { page: 'break' })).toBeUndefined()
    expect(await first(form(), { page: 'use' })).toBeUndefined()
  })

  test('no detector answers the header that the docs page sends by itself', async () => {
    expect(await first(withHeader('Basic Og=='), { origin: 'docs' })).toBeUndefined()
  })

  test.each(Object.entries(requests).filter(([id]) => id !== 'alice-login'))(
    'no detector answers the request "%s" where it is offered',
    async (id, draft) => {
      expect(await first(draft, { page: id === 'json' ? 'missing' : '' })).toBeUndefined()
    },
  )
})
