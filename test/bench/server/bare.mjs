/** The least a server can do for the same answers: `node:http`, and jose where a token is to be verified. */

import { createServer } from 'node:http'
import { jwtVerify } from 'jose'

const key = await crypto.subtle.importKey(
  'raw',
  new TextEncoder().encode('09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7'),
  { name: 'HMAC', hash: 'SHA-256' },
  false,
  ['verify'],
)

const person = (username) => ({
  username,
  email: 'johndoe@example.com',
  full_name: 'John Doe',
  disabled: false,
})
const users = new Map(['johndoe', 'alice'].map((username) => [username, person(username)]))

const answers = {
  '/items/': (token) => ({ token }),
  '/users/me': (token) => users.get(token) ?? person(`${token}fakedecoded`),
  '/users/me/': async (token) => {
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'] })
    return users.get(payload.sub)
  },
}

const server = createServer(async (request, response) => {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ')
  if (scheme.toLowerCase() !== 'bearer') {
    response.writeHead(401, { 'www-authenticate': 'Bearer', 'content-type': 'application/json' })
    return response.end('{"detail":"Not authenticated"}')
  }
  const body = JSON.stringify(await answers[request.url](token))
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  })
  return response.end(body)
})

server.listen(0, '127.0.0.1', () =>
  console.log(`bare is ready at http://localhost:${server.address().port}`),
)
