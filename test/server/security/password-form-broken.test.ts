/** Bodies that break off, are no text or never end: which answer, and that no password is in it. */

import { describe, expect, test } from 'vitest'
import type { FieldError } from '../../../server/security/refusal.ts'
import {
  BOTH,
  codeOf,
  grantType,
  missingField,
  multipart,
  noText,
  sendForm,
  streamed,
  URLENCODED,
} from '../support/forms.ts'
import { refused } from '../support/refused.ts'

const JOHN = 'username=johndoe&password=secret'

describe('multipart', () => {
  const username = { name: 'username', value: 'johndoe' }
  const password = { name: 'password', value: 'secret' }
  const file = (name: string, value = 'x') => ({ name, value, filename: 'x.txt' })
  const contentType = 'multipart/form-data; boundary=b'

  test.each<[what: string, parts: Parameters<typeof multipart>[1], detail: FieldError[]]>([
    ['nothing', [], BOTH],
    ['a file for the password', [username, file('password')], [noText('password')]],
    ['an empty file for the password', [username, file('password', '')], [noText('password')]],
    ['a file after the password', [username, password, file('password')], [noText('password')]],
    [
      'a file for the name, and no more',
      [file('username')],
      [noText('username'), missingField('password')],
    ],
    [
      'files for all',
      ['password', 'username', 'scope', 'client_secret', 'client_id', 'grant_type'].map((name) =>
        file(name),
      ),
      ['grant_type', 'username', 'password', 'scope', 'client_id', 'client_secret'].map(noText),
    ],
    ['a file for the scope', [username, password, file('scope')], [noText('scope')]],
    ['an empty password', [username, { ...password, value: '' }], [missingField('password')]],
    [
      'another grant type',
      [username, password, { name: 'grant_type', value: 'x' }],
      [grantType('x')],
    ],
  ])('with %s is answered with 422 and what is wrong', async (_, parts, detail) => {
    const asked = await sendForm(multipart('b', parts), { contentType })
    expect(asked.form).toBeUndefined()
    await refused(asked, { status: 422, detail, because: codeOf(detail[0]!) })
  })

  const good = multipart('b', [username, password])
  test.each<[what: string, body: string | Uint8Array | null, contentType?: string]>([
    ['without a boundary', good, 'multipart/form-data'],
    ['with an empty boundary', good, 'multipart/form-data; boundary='],
    ['with another boundary', good, 'multipart/form-data; boundary=c'],
    ['with a boundary in other letters', good, 'multipart/form-data; boundary=B'],
    ['without a body', null],
    ['that is empty', ''],
    ['that is a urlencoded form', JOHN],
    ['that is JSON', '{}'],
    ['that is random bytes', Uint8Array.from({ length: 999 }, (_, i) => (i * 7919) % 256)],
    ['that breaks off in a value', good.slice(0, -12)],
    ['that breaks off in a header', good.slice(0, 30)],
    ['that breaks off after a boundary', '--b\r\n'],
    ['without a carriage return', good.replaceAll('\r', '')],
    ['with text before it', `x${good}`],
    ['with a part without a name', good.replace('; name="username"', '')],
    ['with a part without headers', good.replace(/Content[^\r]*\r\n/, '')],
    ['with a name that does not end', good.replace('"username"', '"username')],
    ['with a part that is no form-data', good.replace('form-data;', 'attachment;')],
    ['with a boundary of quotes', good, 'multipart/form-data; boundary=""'],
  ])('%s is answered with 400', async (_, body, type = contentType) => {
    const asked = await sendForm(body, { contentType: type })
    expect(asked.form).toBeUndefined()
    await refused(asked, {
      status: 400,
      detail: 'There was an error parsing the body',
      because: 'multipart-broken',
    })
  })
})

describe('a body that is too long', () => {
  const LIMIT = 64 * 1024
  const filled = (bytes: number) => `${JOHN}&x=`.padEnd(bytes, 'x')
  const tooLong = { status: 413, detail: 'Request body too large', because: 'body-too-long' }
  const lengthOf = (bytes: number) => [['content-length', String(bytes)]] as [string, string][]
  const pieces = (text: string) => streamed(text.match(/[^]{1,1000}/g)!.map((p) => Buffer.from(p)))

  test('by a byte is answered with 413, with its length and without', async () => {
    const whole = await sendForm(filled(LIMIT), { headers: lengthOf(LIMIT) })
    expect(whole.form?.username).toBe('johndoe')
    expect((await sendForm(pieces(filled(LIMIT)).stream)).form?.username).toBe('johndoe')

    const long = filled(LIMIT + 1)
    await refused(await sendForm(long, { headers: lengthOf(LIMIT + 1) }), tooLong)
    await refused(await sendForm(pieces(long).stream), tooLong)
    await refused(await sendForm(pieces(long).stream, { contentType: 'text/plain' }), tooLong)
    const multi = { contentType: 'multipart/form-data; boundary=b' }
    await refused(await sendForm(long, multi), tooLong)
  })
})

describe('a password', () => {
  const PASSWORD = 'hunter2-secret'
  const file = { name: 'password', value: PASSWORD, filename: `${PASSWORD}.txt` }
  const contentType = 'multipart/form-data; boundary=b'

  test.each<[what: string, body: string, contentType?: string]>([
    ['without a name', `password=${PASSWORD}`],
    ['with another grant type', `password=${PASSWORD}&username=a&grant_type=x`],
    ['in a field of another name', `passwort=${PASSWORD}&username=a`],
    ['as a client secret too', `client_secret=${PASSWORD}&password=${PASSWORD}`],
    ['in JSON', `{"password":"${PASSWORD}"}`, 'application/json'],
    ['in a file', multipart('b', [file]), contentType],
    ['in a broken body', multipart('b', [file]).slice(0, -6), contentType],
    ['in a body too long', `password=${PASSWORD}&x=`.padEnd(70_000, 'x')],
  ])('%s is in no answer and no trace', async (_, body, type = URLENCODED) => {
    const { response, trace } = await sendForm(body, { contentType: type })
    expect(response.status).toBeGreaterThanOrEqual(400)
    const said = JSON.stringify([[...response.headers], await response.text(), trace])
    expect(said).not.toContain(PASSWORD)
  })
})
