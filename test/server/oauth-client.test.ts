/** A public OAuth client, as other programs use it: it logs in at the auth server and uses what it got. */

import * as oauth from 'oauth4webapi'
import { beforeAll, describe, expect, test } from 'vitest'
import { useBcrypt } from '../../server/security/index.ts'
import { realServer } from '../support/real-server.ts'
import { cheapBcrypt } from './support/cheap-bcrypt.ts'

const server = realServer()
beforeAll(() => useBcrypt(cheapBcrypt()))

/** What a client has to know of the auth server below a path of the playground. */
function known(path: string) {
  const issuer = `http://127.0.0.1:${server.port}${path}`
  return { issuer, as: { issuer, token_endpoint: `${issuer}/token` } }
}

const CLIENT: oauth.Client = { client_id: 'a-client' }

// On this machine there is no TLS; the library wants to be told.
const plain = { [oauth.allowInsecureRequests]: true }

const LOGIN = { username: 'johndoe', password: 'secret' }

async function granted(
  path: string,
  {
    auth = oauth.None(),
    parameters = LOGIN,
  }: Partial<{ auth: oauth.ClientAuth; parameters: Record<string, string> }> = {},
) {
  const { as } = known(path)
  const response = await oauth.genericTokenEndpointRequest(
    as,
    CLIENT,
    auth,
    'password',
    parameters,
    plain,
  )
  return oauth.processGenericTokenEndpointResponse(as, CLIENT, response)
}

const get = (url: string, token: string) =>
  oauth.protectedResourceRequest(token, 'GET', new URL(url), undefined, undefined, plain)

describe.each([
  ['/lessons/jwt/api', '/users/me/'],
  ['/lessons/two-servers/auth', '/users/me/'],
  ['/lessons/password-flow/api', '/users/me'],
])('at %s', (path, me) => {
  test('the password grant gives a bearer token, and the token the user’s data', async () => {
    const { access_token: token, token_type: type } = await granted(path)
    expect(type).toBe('bearer')
    const response = await get(known(path).issuer + me, token)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ username: 'johndoe' })
  })

  test.each([
    ['in the form', oauth.ClientSecretPost('s3cret')],
    ['as Basic credentials', oauth.ClientSecretBasic('s3cret')],
  ])('a client that names itself %s is served as any other', async (_, auth) => {
    expect(await granted(path, { auth })).toHaveProperty('access_token')
  })

  test('a wrong password is an error for the client', async () => {
    const wrong = granted(path, { parameters: { ...LOGIN, password: 'incorrect' } })
    await expect(wrong).rejects.toBeInstanceOf(Error)
  })

  test('a bad token is a challenge that the client can read', async () => {
    const refused: unknown = await get(known(path).issuer + me, 'bad').catch(
      (error: unknown) => error,
    )
    expect(refused).toBeInstanceOf(oauth.WWWAuthenticateChallengeError)
    expect(refused).toMatchObject({ status: 401, cause: [{ scheme: 'bearer' }] })
  })
})
