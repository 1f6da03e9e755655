/** Forms with parts: what FastAPI takes is taken, what is broken is broken, on every platform alike. */

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readParts } from '../../../server/security/multipart.ts'
import { MULTIPART_CLIENTS } from '../../../lessons/contract/multipart-clients.ts'
import { sendForm } from '../support/forms.ts'

const TYPE = 'multipart/form-data; boundary=b'

/** Reads texts: a field as its text, a file as its name in brackets; null for what is broken. */
function read(body: string | Uint8Array, contentType = TYPE) {
  const parts = readParts(typeof body === 'string' ? Buffer.from(body) : body, contentType)
  return (
    parts?.map(({ name, filename, content }) => [
      name,
      filename === undefined ? Buffer.from(content).toString() : `<${filename}>`,
    ]) ?? null
  )
}

const part = (name: string, value: string, more = '', before = '') =>
  `--b\r\n${before}Content-Disposition: form-data; name="${name}"\r\n${more}\r\n${value}\r\n`
const END = '--b--\r\n'
const USER = part('username', 'johndoe')
const LOGIN = USER + part('password', 'secret') + END
const JOHN = [
  ['username', 'johndoe'],
  ['password', 'secret'],
]

/** One part whose header is `head`. */
const headed = (head: string, value = 'x') => `--b\r\n${head}\r\n\r\n${value}\r\n${END}`
/** One part whose disposition is `value`. */
const disposed = (value: string) => headed(`Content-Disposition: ${value}`)

describe.each(Object.entries(MULTIPART_CLIENTS))('the login that %s writes', (_, sent) => {
  test('is read', async () => {
    const { form, response } = await sendForm(sent.body, { contentType: sent.contentType })
    expect(response.status).toBe(200)
    expect(form).toMatchObject({ username: 'johndoe', password: 'secret' })
  })
})

describe('a disposition', () => {
  // As python-multipart 0.0.32 reads them, in FastAPI 0.142.
  test.each([
    ['form-data; name="u"', 'u'],
    ['form-data; name=u', 'u'],
    ['form-data;name="u"', 'u'],
    ['form-data;name=u', 'u'],
    ['form-data ; name="u"', 'u'],
    ['form-data;\tname="u"', 'u'],
    ['form-data;  name="u"', 'u'],
    ['form-data; name = "u"', 'u'],
    ['form-data; name="u";', 'u'],
    ['form-data; name="u"; ', 'u'],
    ['form-data; name="u" ', 'u'],
    ['form-data; x=y; name="u"', 'u'],
    ['form-data; x; name="u"', 'u'],
    ['form-data; NAME="u"', 'u'],
    ['Form-Data; name="u"', 'u'],
    ['form-data; name="x"; name="u"', 'u'],
    ['form-data; name=""', ''],
    ["form-data; name='u'", "'u'"],
    ['form-data; name="a;b"', 'a;b'],
    ['form-data; name="a=b"', 'a=b'],
    ['form-data; name=a=b', 'a=b'],
    ['form-data; name="a\\"b"', 'a"b'],
    ['form-data; name="a\\\\b"', 'a\\b'],
    ['form-data; name="a\\nb"', 'a\\nb'],
    ['form-data; name="u%22"', 'u%22'],
    ['form-data; name="\ud55c\uad6d"', '\ud55c\uad6d'],
    // A name of RFC 5987 is none for forms (RFC 7578 section 4.2).
    ['form-data; name="u"; filename*=utf-8\'\'x', 'u'],
    ['form-data; name="u"; filename*=', 'u'],
    ['form-data; name="u"; name*=utf-8\'\'v', 'u'],
  ])('%s names %j', (value, name) => {
    expect(read(disposed(value))).toEqual([[name, 'x']])
  })

  test.each([
    ['form-data; name="u"; filename="f"', 'f'],
    ['form-data; name="u"; filename=f', 'f'],
    ['form-data; name="u"; filename=""', ''],
    ['form-data; filename="f"; name="u"', 'f'],
    ['form-data; name="u"; FILENAME="f"', 'f'],
    ['form-data; name="u"; filename="C:\\f"', 'C:\\f'],
    ['form-data; name="u"; filename="f"; filename*=utf-8\'\'g', 'f'],
  ])('%s is of a file', (value, filename) => {
    expect(read(disposed(value))).toEqual([['u', `<${filename}>`]])
  })

  test.each([
    '',
    'form-data',
    'form-data;',
    'form-data; filename="f"',
    "form-data; name*=utf-8''u",
    'name="u"',
    'attachment; name="u"',
    'form-data, name="u"',
    'form-data; name="u',
    'form-data; name=u"',
    'form-data; name="u"v',
    'form-data; name="u" v',
    'form-data; name="u\\"',
    'form-data; name="u"; x="',
  ])('%j is broken', (value) => {
    expect(read(disposed(value))).toBeNull()
  })
})

describe('a header', () => {
  const GOOD = 'Content-Disposition: form-data; name="u"'

  test.each([
    `Content-Type: text/plain\r\n${GOOD}`,
    `${GOOD}\r\nContent-Type: text/plain; charset=iso-8859-1`,
    `${GOOD}\r\nContent-Type: application/octet-stream`,
    `${GOOD}\r\nContent-Length: 1`,
    `${GOOD}\r\nContent-Length: 99`,
    `${GOOD}\r\nContent-Transfer-Encoding: base64`,
    `${GOOD}\r\nX-A:`,
    `${GOOD}\r\nX-A: caf\u00e9`,
    `Content-Disposition: form-data; name="x"\r\n${GOOD}`,
    GOOD.replace(': ', ':'),
    GOOD.replace(': ', ':\t  '),
    GOOD.toLowerCase(),
    GOOD.replace('Content-Disposition', 'CONTENT-DISPOSITION'),
  ])('%j is of the field', (head) => {
    expect(read(headed(head))).toEqual([['u', 'x']])
  })

  test.each([
    '',
    'Content-Type: text/plain',
    GOOD.replace(':', ' :'),
    GOOD.replace('; ', ';\r\n '),
    `${GOOD}\r\nContent-Type: text/plain;\r\n charset=utf-8`,
    `${GOOD}\r\nX-A`,
    `${GOOD}\r\n: x`,
    `${GOOD}\r\nX A: 1`,
    `${GOOD}\r\nX\u00e9: 1`,
    `${GOOD}\r\nX-A: a\0b`,
    `${GOOD}\r\nX-A: a\rb`,
    `${GOOD}\nX-A: a`,
    `${GOOD}\r`,
  ])('%j is broken', (head) => {
    expect(read(headed(head))).toBeNull()
  })
})

describe('around the parts', () => {
  test.each([
    ['nothing', LOGIN],
    ['a blank line before', `\r\n${LOGIN}`],
    ['blank lines before', `\r\n\r\n${LOGIN}`],
    ['a line feed before', `\n${LOGIN}`],
    ['no line end after', LOGIN.slice(0, -2)],
    ['a line feed after', `${LOGIN.slice(0, -2)}\n`],
    ['a blank after', `${LOGIN.slice(0, -2)} \r\n`],
    ['text after', `${LOGIN}epilogue`],
    ['text right after', `${LOGIN.slice(0, -2)}x`],
    ['lines after', `${LOGIN}\r\nepilogue\r\n`],
    ['more parts after the end', LOGIN + part('username', 'other') + END],
  ])('%s changes nothing', (_, body) => {
    expect(read(body)).toEqual(JOHN)
  })

  test.each([
    ['nothing at all', ''],
    ['text before', `x${LOGIN}`],
    ['a blank before', ` ${LOGIN}`],
    ['a line of text before', `preamble\r\n${LOGIN}`],
    ['no end', LOGIN.slice(0, -END.length)],
    ['half an end', LOGIN.slice(0, -3)],
    ['an end that is a beginning', LOGIN.replace('--b--', '--b')],
    ['a blank after a delimiter', LOGIN.replaceAll('--b\r', '--b \r')],
    ['a tab after a delimiter', LOGIN.replaceAll('--b\r', '--b\t\r')],
    ['a letter after each delimiter', LOGIN.replaceAll('--b\r', '--bx\r')],
    ['line feeds alone', LOGIN.replaceAll('\r', '')],
    ['a line feed after a delimiter', LOGIN.replaceAll('--b\r\n', '--b\n')],
    ['line feeds before a value', LOGIN.replaceAll('\r\n\r\n', '\n\n')],
    ['carriage returns alone', LOGIN.replaceAll('\n', '')],
    ['no blank line before a value', LOGIN.replace('\r\n\r\njohn', '\r\njohn')],
  ])('%s breaks the body', (_, body) => {
    expect(read(body)).toBeNull()
  })

  test('no part is no field', () => {
    expect(read(END)).toEqual([])
    expect(read('--b--')).toEqual([])
  })
})

describe('a value', () => {
  test.each([
    '',
    'a',
    'a\r\nb',
    'a\nb',
    '\r\n',
    'a\r\n',
    'a\r\n--',
    'a\r\n-b',
    'a\r\n--bx',
    'a\r\n--b-',
    'a--b',
    '--b--',
    'a\r\n\r\nb',
    '\ufeffa',
    '\ud55c\uad6d',
    '\u{1f511}',
    'a\0b',
  ])('%j is read as it is', (value) => {
    expect(read(part('username', value) + part('last', 'x') + END)).toEqual([
      ['username', value],
      ['last', 'x'],
    ])
  })
})

describe('a boundary', () => {
  const login = (boundary: string) => LOGIN.replaceAll('--b', `--${boundary}`)

  test.each([
    ['boundary=b', 'b'],
    ['boundary="b"', 'b'],
    ['boundary=b;', 'b'],
    ['boundary=b; x', 'b'],
    ['boundary=b; charset=utf-8', 'b'],
    ['charset=utf-8; boundary=b', 'b'],
    ['BOUNDARY=b', 'b'],
    ['boundary = b', 'b'],
    ['boundary=c; boundary=b', 'b'],
    ['boundary="a b"', 'a b'],
    ['boundary=a b', 'a b'],
    [`boundary="'()+_,-./:=?"`, "'()+_,-./:=?"],
    [`boundary='()+_,-./:=?`, "'()+_,-./:=?"],
    ['boundary=----=_Part_1_2.3', '----=_Part_1_2.3'],
    ['boundary=--', '--'],
    [`boundary=${'x'.repeat(70)}`, 'x'.repeat(70)],
    [`boundary=${'x'.repeat(200)}`, 'x'.repeat(200)],
    ['boundary="$&.*"', '$&.*'],
  ])('of "%s" is found', (parameters, boundary) => {
    const body = LOGIN.split('--b').join(`--${boundary}`)
    expect(read(body, `multipart/form-data; ${parameters}`)).toEqual(JOHN)
    expect(read(body, `Multipart/Form-Data;${parameters}`)).toEqual(JOHN)
  })

  test.each([
    '',
    'boundary',
    'boundary=',
    'boundary=""',
    'boundary="b',
    'boundary=b"',
    "boundary='b'",
    'boundary=c',
    'boundary=B',
    'boundary=b; boundary=c',
    "boundary*=utf-8''b",
    'boundary=b\u00e9',
    'xboundary=b',
  ])('of "%s" is none of this body', (parameters) => {
    expect(read(LOGIN, `multipart/form-data; ${parameters}`)).toBeNull()
  })

  test('beyond ASCII is none, even where the bytes are the same', () => {
    expect(
      read(Buffer.from(login('\u00e9'), 'latin1'), 'multipart/form-data; boundary=\u00e9'),
    ).toBeNull()
  })
})

describe('whatever the bytes', () => {
  test('what this platform writes is read back', async () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !/[\r\n"%\\]/.test(text))
    const value = fc.string({ unit: 'grapheme' }).filter((text) => !/\r|\n/.test(text))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value)), async (fields) => {
        const form = new FormData()
        for (const [field, text] of fields) form.append(field, text)
        const written = new Response(form)
        const body = new Uint8Array(await written.arrayBuffer())
        expect(read(body, written.headers.get('content-type')!)).toEqual(fields)
      }),
    )
  })

  test('nothing is thrown', () => {
    const bytes = fc.oneof(
      fc.uint8Array(),
      fc
        .array(
          fc.constantFrom(
            '--b',
            '--',
            '\r\n',
            '\n',
            '"',
            ';',
            '=',
            ':',
            'name',
            'Content-Disposition: form-data',
          ),
        )
        .map((pieces) => Buffer.from(pieces.join(''))),
    )
    fc.assert(fc.property(bytes, (body) => void readParts(body, TYPE)))
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (type) => void readParts(Buffer.from(LOGIN), type),
      ),
    )
  })

  test.each([
    ['delimiters that are none', '\r\n--bx'.repeat(10_000)],
    ['blank parts', '--b\r\n\r\n'.repeat(8_000)],
    ['blanks in a disposition', disposed(`form-data; name=${' '.repeat(64_000)}x"`)],
    ['quotes in a disposition', disposed(`form-data; name=${'"a'.repeat(32_000)}`)],
    ['backslashes in a disposition', disposed(`form-data; name="${'\\'.repeat(64_001)}`)],
    ['semicolons in a disposition', disposed(`form-data${';'.repeat(64_000)}`)],
    ['one long header name', headed('a'.repeat(64_000))],
    ['line breaks before', '\r\n'.repeat(32_000)],
  ])('64 KiB of %s are read to their end', (_, body) => {
    // What tries every way does not end before the test is ended.
    expect(read(body)).toBeNull()
  })
})
