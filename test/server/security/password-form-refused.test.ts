/** Bodies without what a password form must have: 422, and each field that is wrong. */

import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { oauth2PasswordForm } from '../../../server/security/password-form.ts'
import type { FieldError } from '../../../server/security/refusal.ts'
import { BOTH, codeOf, grantType, missingField, sendForm, URLENCODED } from '../support/forms.ts'
import { refused } from '../support/refused.ts'
import { hosted } from '../support/steps.ts'

const JOHN = 'username=johndoe&password=secret'

describe('a form', () => {
  test.each<[body: string, detail: FieldError[]]>([
    ['', BOTH],
    ['&&&', BOTH],
    ['x=1', BOTH],
    ['username=johndoe', [missingField('password')]],
    ['password=secret', [missingField('username')]],
    ['username=&password=secret', [missingField('username')]],
    ['username=johndoe&password=', [missingField('password')]],
    ['username&password', BOTH],
    [`${JOHN}&username=`, [missingField('username')]],
    [`${JOHN}&password=`, [missingField('password')]],
    ['username=johndoe;password=secret', [missingField('password')]],
    ['Username=johndoe&PASSWORD=secret', BOTH],
    ['username[]=johndoe&password[0]=secret', BOTH],
    [' username=johndoe&password=secret', [missingField('username')]],
    ['?username=johndoe&password=secret', [missingField('username')]],
    ['#username=johndoe&password=secret', [missingField('username')]],
    ['\ufeffusername=johndoe&password=secret', [missingField('username')]],
    ['username%00=johndoe&password=secret', [missingField('username')]],
    ['__proto__[username]=johndoe&password=secret', [missingField('username')]],
    ['{"username":"johndoe","password":"secret"}', BOTH],
    [`grant_type=passwordX&${JOHN}`, [grantType('passwordX')]],
    [`grant_type=Xpassword&${JOHN}`, [grantType('Xpassword')]],
    [`grant_type=Password&${JOHN}`, [grantType('Password')]],
    [`grant_type=password%0A&${JOHN}`, [grantType('password\n')]],
    [`grant_type=password+&${JOHN}`, [grantType('password ')]],
    [`grant_type=refresh_token&${JOHN}`, [grantType('refresh_token')]],
    [`grant_type=password&${JOHN}&grant_type=x`, [grantType('x')]],
    ['grant_type=x', [grantType('x'), ...BOTH]],
    ['password=secret&grant_type=x', [grantType('x'), missingField('username')]],
  ])('%j is answered with 422 and what is wrong', async (body, detail) => {
    const asked = await sendForm(body)
    expect(asked.form).toBeUndefined()
    expect(asked.trace).toHaveLength(1)
    await refused(asked, { status: 422, detail, because: codeOf(detail[0]!) })
  })

  test.each([
    null,
    'text/plain',
    'application/json',
    'application/x-www-form-urlencodedx',
    'application/x-www-form',
    'x-www-form-urlencoded',
    'multipart/mixed; boundary=b',
    'form-data; boundary=b',
    '*/*',
    ';',
    `text/plain; ${URLENCODED}`,
    `text/plain, ${URLENCODED}`,
    `"${URLENCODED}"`,
  ])('called %j is none', async (contentType) => {
    const asked = await sendForm(JOHN, { contentType })
    await refused(asked, { status: 422, detail: BOTH, because: 'username-missing' })
  })

  test('with credentials in the query, in headers or in a cookie has none', async () => {
    const ask = hosted(new Hono().post('/token', oauth2PasswordForm(), (c) => c.text('')))
    const { response } = await ask('POST', `/token?${JOHN}`, [
      ['content-type', URLENCODED],
      ['username', 'johndoe'],
      ['password', 'secret'],
      ['cookie', 'username=johndoe; password=secret'],
      ['authorization', 'Basic am9obmRvZTpzZWNyZXQ='],
    ])
    expect([response.status, await response.json()]).toEqual([422, { detail: BOTH }])
  })
})
