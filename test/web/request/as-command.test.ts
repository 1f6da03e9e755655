/** A request as something to paste: run as pasted it sends the same, and shows no secret unasked. */

import { describe, expect, test } from 'vitest'
import type { RequestDraft } from '../../../lessons/exchange/exchange.ts'
import { asCurl, asFetch } from '../../../web/request/as-command.ts'

const URL = 'https://a.example/lessons/first-steps/api/items/'

const draftWith = (part: Partial<RequestDraft>): RequestDraft => ({
  server: 'api',
  method: 'GET',
  path: '/items/',
  headers: [],
  body: '',
  ...part,
})

/** The words a POSIX shell hands to a command; quotes are the only thing it may find. */
function words(command: string): string[] {
  const parsed: string[] = []
  const text = command.replaceAll('\\\n', ' ')
  const word = /\s*((?:'[^']*'|\\'|[^\s'"\\$`!;&|<>(){}*?~#])+)/gy
  for (let found = word.exec(text); found; found = word.exec(text)) {
    parsed.push(found[1]!.replaceAll(/'([^']*)'|\\(')/g, '$1$2'))
    if (word.lastIndex === text.length) return parsed
  }
  throw new Error(`not one command of plain words: ${command}`)
}

/** The arguments that a Windows program finds in its command line: by the rules of Microsoft's C runtime. */
function argumentsIn(line: string): string[] {
  const found: string[] = []
  let word: string | undefined
  let isQuoted = false
  for (const [part] of line.matchAll(/\\*"|\\+|\s|[^\\"\s]+/g)) {
    if (/^\s$/.test(part) && !isQuoted) {
      if (word !== undefined) found.push(word)
      word = undefined
    } else if (part.endsWith('"')) {
      const slashes = part.length - 1
      word = (word ?? '') + '\\'.repeat(slashes >> 1)
      if (slashes % 2) word += '"'
      else isQuoted = !isQuoted
    } else word = (word ?? '') + part
  }
  if (isQuoted) throw new Error(`a quote is left open: ${line}`)
  return word === undefined ? found : [...found, word]
}

/** The words that Windows PowerShell hands to a program: it puts quotes around blanks, and escapes none inside. */
function powershellWords(command: string): string[] {
  const text = command
    .replace(/^& \{ \$PSNativeCommandArgumentPassing = 'Legacy'\n([^]*) \}$/, '$1')
    .replaceAll('`\n', ' ')
  const given: string[] = []
  const word = /\s*(?:'((?:[^']|'')*)'|([\w.-]+))/gy
  for (let found = word.exec(text); found; found = word.exec(text)) {
    given.push(found[1]?.replaceAll("''", "'") ?? found[2]!)
    if (word.lastIndex === text.length) {
      return argumentsIn(
        given.map((one) => (/\s/.test(one) ? `"${one}${/\\*$/.exec(one)![0]}"` : one)).join(' '),
      )
    }
  }
  throw new Error(`not one command of plain words: ${command}`)
}

/** The words that cmd hands to a program: a caret takes the meaning of the sign behind it, outside of quotes. */
function cmdWords(command: string): string[] {
  // Variables come first, whatever is escaped.
  if (/%\w+%/.test(command)) throw new Error(`a variable: ${command}`)
  const line = command.replaceAll(
    /\^\n([^])|\^([^])|([&|<>"!\n])/g,
    (all, next?: string, sign?: string) => {
      if (next === undefined && sign === undefined)
        throw new Error(`${all} has its meaning: ${command}`)
      return next ?? sign!
    },
  )
  return argumentsIn(line)
}

const curl = (part: Partial<RequestDraft>, url = URL) =>
  words(asCurl(draftWith(part), { url, revealed: true }))

/** Runs a pasted `await fetch(…)` and gives what it would send. */
async function fetched(part: Partial<RequestDraft>, url = URL): Promise<Request> {
  const command = asFetch(draftWith(part), { url, revealed: true })
  const given: Request[] = []
  // oxlint-disable-next-line typescript/no-implied-eval -- pasted text is code, and this is the test of it
  const run = new Function('fetch', `return (async () => { ${command} })()`) as (
    fetch: (...request: ConstructorParameters<typeof Request>) => void,
  ) => Promise<void>
  await run((...request) => given.push(new Request(...request)))
  return given[0]!
}

/** What curl is handed for a request whose one header and body are a text. */
const handedOver = (method: string, text: string, url: string) => [
  '-i',
  '-X',
  method,
  '-H',
  `X-A: ${text}`,
  '-H',
  'Content-Type:',
  '--data-raw',
  text,
  url,
]

const hostile = [
  "it's",
  "'; rm -rf ~; '",
  '$(id) `id` $HOME !!',
  'a\\',
  'two\nlines',
  '"quoted" <b>',
  '열쇠 🔑',
  '@file',
  '-o file',
]

describe('curl', () => {
  const rows: [part: Partial<RequestDraft>, expected: string[]][] = [
    [{}, []],
    [{ method: 'POST' }, ['-X', 'POST']],
    [{ method: 'HEAD' }, ['--head']],
    [{ method: 'HEAD', body: 'x' }, ['-X', 'HEAD', '-H', 'Content-Type:', '--data-raw', 'x']],
    [{ method: 'GET', body: 'x' }, ['-X', 'GET', '-H', 'Content-Type:', '--data-raw', 'x']],
    [{ headers: [['Authorization', 'Bearer foobar']] }, ['-H', 'Authorization: Bearer foobar']],
    [{ headers: [['X-Empty', '']] }, ['-H', 'X-Empty;']],
    [
      { method: 'POST', headers: [['content-type', 'text/plain']], body: '@x' },
      ['-X', 'POST', '-H', 'content-type: text/plain', '--data-raw', '@x'],
    ],
  ]

  test.each(rows)('of %j', (part, expected) => {
    expect(curl(part)).toEqual(['curl', '-i', ...expected, URL])
  })

  test.each([`${URL}?a=[1-3]`, `${URL}?a={b,c}`])('leaves the URL %s one URL', (url) => {
    expect(curl({}, url)).toEqual(['curl', '-i', '--globoff', url])
  })

  test.each(hostile)('hands %j over as it is', (text) => {
    const part = { method: text, headers: [['X-A', text]] as RequestDraft['headers'], body: text }
    const url = `${URL}?q=${text.replaceAll(/[[\]{}]/g, '')}`
    expect(curl(part, url)).toEqual(['curl', ...handedOver(text, text, url)])
  })
})

describe.each([
  { shell: 'powershell', wordsOf: powershellWords },
  { shell: 'cmd', wordsOf: cmdWords },
] as const)('curl for $shell', ({ shell, wordsOf }) => {
  test.each([
    ...hostile,
    'say \\"so\\" ',
    'C:\\dir\\',
    '%PATH% %PATH %',
    'a & b | c > d ^ e',
    '{"username":"johndoe"}',
    'a=1&b=2%20c',
    "''",
  ])('hands %j over as it is', (text) => {
    const part = { method: 'POST', headers: [['X-A', text]] as RequestDraft['headers'], body: text }
    const command = asCurl(draftWith(part), { url: URL, revealed: true, shell })
    // Windows PowerShell has a command of its own by the name of curl.
    expect(wordsOf(command)).toEqual(['curl.exe', ...handedOver('POST', text, URL)])
  })
})

describe('fetch', () => {
  test('of a plain GET is the URL alone', () => {
    expect(asFetch(draftWith({}), { url: URL, revealed: false })).toBe(`await fetch("${URL}")`)
  })

  test.each([
    { part: { method: 'DELETE' }, type: null },
    { part: { method: 'POST', body: 'a=1' }, type: null },
    {
      part: { method: 'POST', body: 'a', headers: [['content-type', 'a/b']] },
      type: 'a/b',
    },
  ] satisfies { part: Partial<RequestDraft>; type: string | null }[])(
    'of $part sends its method, its body and no media type of its own',
    async ({ part, type }) => {
      const request = await fetched(part)
      expect(request.url).toBe(URL)
      expect(request.method).toBe(part.method)
      expect(request.headers.get('content-type')).toBe(type)
      expect(await request.text()).toBe(part.body ?? '')
    },
  )

  test.each(hostile)('hands the body %j over as it is', async (body) => {
    expect(await (await fetched({ method: 'POST', body })).text()).toBe(body)
  })

  test.each([
    { headers: [['X-A', `'"\\$\``]], sent: [['x-a', `'"\\$\``]] },
    { headers: [['__proto__', 'x']], sent: [['__proto__', 'x']] },
    {
      headers: [
        ['X-A', '1'],
        ['X-A', '2'],
      ],
      sent: [['x-a', '1, 2']],
    },
  ] satisfies { headers: RequestDraft['headers']; sent: RequestDraft['headers'] }[])(
    'hands the headers $headers over as they are',
    async ({ headers, sent }) => {
      expect([...(await fetched({ headers })).headers]).toEqual(sent)
    },
  )
})

describe.each([
  { name: 'curl', as: asCurl },
  { name: 'fetch', as: asFetch },
])('$name masks', ({ as }) => {
  const command = (part: Partial<RequestDraft>, revealed: boolean, query = '') =>
    as(draftWith(part), { url: URL + query, revealed })

  test.each([
    { part: { headers: [['Authorization', 'Bearer s3cret']] } },
    { part: { headers: [['authorization', 'Basic   s3cret']] } },
    { part: { headers: [['AUTHORIZATION', 's3cret']] } },
    { part: { headers: [['Authorization', ' s3cret']] } },
    { part: { headers: [['Cookie', 'a=s3cret']] } },
    { part: { method: 'POST', body: 'username=a&password=s3cret' } },
    { part: { method: 'POST', body: 'password=s3cret&a=b' } },
    { part: { method: 'POST', body: 'client_secret=s3cret' } },
    { part: { method: 'POST', body: '{"refresh_token": "a\\"s3cret"}' } },
    { part: {}, query: '?access_token=s3cret' },
    { part: {}, query: '?a=b&Access_Token=s3cret#x' },
  ] satisfies { part: Partial<RequestDraft>; query?: string }[])(
    'the secret in $part$query until it is asked for',
    ({ part, query }) => {
      expect(command(part, false, query)).not.toContain('s3cret')
      expect(command(part, false, query)).toContain('…')
      expect(command(part, true, query)).toContain('s3cret')
    },
  )

  test.each([
    { headers: [['Authorization', 'Bearer']] },
    { headers: [['X-Token-Kind', 'Bearer s3cret']] },
    { method: 'POST', body: 'username=johndoe' },
  ] satisfies Partial<RequestDraft>[])('nothing of %j', (part) => {
    expect(command(part, false)).toBe(command(part, true))
  })
})
