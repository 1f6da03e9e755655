/** The form of a login page: two texts that are both needed, and nothing of grants. */

import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { loginForm, type LoginFormEnv } from '../../../server/security/login-form.ts'
import { openapi } from '../../../server/security/openapi.ts'
import type { FieldError } from '../../../server/security/refusal.ts'
import type { Trace } from '../../../server/security/trace.ts'
import { BOTH, codeOf, missingField, multipart, noText, URLENCODED } from '../support/forms.ts'
import { refused } from '../support/refused.ts'

const app = () => {
  const forms: LoginFormEnv['Variables']['form'][] = []
  const server = new Hono<LoginFormEnv>().post('/get-token', loginForm(), (c) => {
    forms.push(c.var.form)
    return c.json('taken')
  })
  return { server, forms }
}

async function send(body: string | null, contentType: string | null = URLENCODED) {
  const trace: Trace = []
  const { server, forms } = app()
  const init = {
    method: 'POST',
    headers: contentType === null ? [] : [['content-type', contentType] as [string, string]],
    // As bytes: a text would bring a media type of its own.
    body: body === null ? null : Buffer.from(body),
  }
  const response = await server.request('/get-token', init, { trace })
  return { response, trace, form: forms[0] }
}

const MULTIPART = 'multipart/form-data; boundary=b'

describe('is taken', () => {
  test.each([
    ['username=johndoe&password=secret', 'johndoe', 'secret'],
    ['password=secret&username=johndoe', 'johndoe', 'secret'],
    ['username=johndoe&password=secret&grant_type=client_credentials', 'johndoe', 'secret'],
    ['username=a&username=johndoe&password=b&password=secret', 'johndoe', 'secret'],
    ['username=+johndoe+&password=+', ' johndoe ', ' '],
    ['username=%3Cb%3E%0d%0a&password=%00', '<b>\r\n', '\0'],
    ['username=caf%C3%A9&password=a%3Bb;c', 'caf\u00e9', 'a;b;c'],
    ['username=__proto__&password=constructor', '__proto__', 'constructor'],
    ['?username=x&username=johndoe&password=secret', 'johndoe', 'secret'],
  ])('%s', async (body, username, password) => {
    const { response, trace, form } = await send(body)
    expect(response.status).toBe(200)
    expect(form).toEqual({ username, password })
    expect(trace).toEqual([
      { kind: 'decided', by: 'LoginForm', gate: 'form', pass: true, because: 'form-complete' },
    ])
  })

  test('in many parts', async () => {
    const body = multipart('b', [
      { name: 'username', value: 'johndoe' },
      { name: 'password', value: 'secret' },
    ])
    expect((await send(body, MULTIPART)).form).toEqual({ username: 'johndoe', password: 'secret' })
  })
})

describe('is refused with 422 and each field that is wrong', () => {
  const rows: [body: string | null, contentType: string | null, errors: FieldError[]][] = [
    ['username=johndoe', URLENCODED, [missingField('password')]],
    ['password=secret', URLENCODED, [missingField('username')]],
    ['username=&password=secret', URLENCODED, [missingField('username')]],
    ['username=johndoe&password=', URLENCODED, [missingField('password')]],
    ['username=johndoe&password=secret&password=', URLENCODED, [missingField('password')]],
    ['Username=johndoe&PASSWORD=secret', URLENCODED, BOTH],
    ['a=b', URLENCODED, BOTH],
    ['', URLENCODED, BOTH],
    [null, null, BOTH],
    ['{"username":"johndoe","password":"secret"}', 'application/json', BOTH],
    ['username=johndoe&password=secret', 'text/plain', BOTH],
    ['username=johndoe&password=secret', null, BOTH],
    [
      multipart('b', [
        { name: 'username', value: 'johndoe' },
        { name: 'password', value: 'secret', filename: 'a.txt' },
      ]),
      MULTIPART,
      [noText('password')],
    ],
  ]
  test.each(rows)('%j as %s', async (body, contentType, detail) => {
    const sent = await send(body, contentType)
    await refused(sent, { status: 422, detail, because: codeOf(detail[0]!) })
    expect(sent.form).toBeUndefined()
  })
})

test('is refused with 400 when its parts are broken', async () => {
  await refused(await send('--b\r\nno part', MULTIPART), {
    status: 400,
    detail: 'There was an error parsing the body',
    because: 'multipart-broken',
  })
})

test('is refused with 413 when it is huge', async () => {
  await refused(await send(`username=johndoe&password=${'x'.repeat(64 * 1024)}`), {
    status: 413,
    detail: 'Request body too large',
    because: 'body-too-long',
  })
})

test('is described with both fields, the password as one', () => {
  const { components } = openapi(app().server, { title: 'a', version: '1' })
  expect(components?.schemas?.['Body_post_get_token']).toEqual({
    title: 'Body_post_get_token',
    type: 'object',
    required: ['username', 'password'],
    properties: {
      username: { type: 'string', title: 'Username' },
      password: { type: 'string', title: 'Password', format: 'password' },
    },
  })
})
