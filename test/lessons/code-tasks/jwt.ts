/** Lesson 4: ways to verify a token, and to have a key of one's own. */

import type { Edit, Ways } from '../../support/code-task.ts'

const IMPORT = "import { decodeJwt } from 'jose'"
const SIGNS = "const tokens = jsonWebTokens({ key: SECRET_KEY, algorithm: 'HS256' })"
const BODY = `  // Yours to write: this believes whatever a token says of itself.
  const { sub } = decodeJwt(c.var.token)
  return users.get(String(sub)) as StoredUser`

const refuse = `throw new Refusal(401, 'Could not validate credentials', { because: 'user-unknown' })`
const findUser = `
  const user = users.get(String(sub))
  if (!user) ${refuse}
  return user`

/** Names of jose, and the body of the dependency. */
const using = (names: string, body: string): Edit[] => [
  [IMPORT, names && `import { ${names} } from 'jose'`],
  [BODY, body],
]

const KEY = 'const key = new TextEncoder().encode(SECRET_KEY)'

/** A `try` whose error is a refusal. */
const inTry = (body: string, caught = refuse) => `  let sub: unknown
  ${KEY}
  try {
    ${body}
  } catch {
    ${caught}
  }${findUser}`

const jwtVerify = (options = "{ algorithms: ['HS256'] }") =>
  `sub = (await jwtVerify(c.var.token, key, ${options})).payload.sub`

const verify: Ways = {
  right: {
    'jwtVerify of jose, in a try': using('jwtVerify', inTry(jwtVerify())),
    'compactVerify of jose, and exp by hand': using(
      'compactVerify',
      inTry(`const { payload } = await compactVerify(c.var.token, key, { algorithms: ['HS256'] })
    const claims = JSON.parse(new TextDecoder().decode(payload))
    if (!(claims.exp > Date.now() / 1000)) throw new Error('over')
    sub = claims.sub`),
    ),
    'tokens.verify, whose refusal is caught and made one with that of the user': using(
      '',
      `  const claims = await tokens.verify(c, c.var.token).catch(() => undefined)
  const user = claims && users.get(claims.sub)
  if (!user) ${refuse}
  return user`,
    ),
  },
  wrong: {
    'a key of bytes, which signs no more': {
      falls: 'login',
      edits: [
        ...using('jwtVerify', inTry(jwtVerify())),
        [SIGNS, SIGNS.replace('SECRET_KEY', 'new TextEncoder().encode(SECRET_KEY)')],
      ],
    },
    'another algorithm than the login has': {
      falls: 'own',
      edits: using('jwtVerify', inTry(jwtVerify("{ algorithms: ['HS512'] }"))),
    },
    'the key read as hex': {
      falls: 'own',
      edits: using(
        'jwtVerify',
        inTry(jwtVerify()).replace(
          KEY,
          'const key = Uint8Array.from(SECRET_KEY.match(/../g)!, (hex) => parseInt(hex, 16))',
        ),
      ),
    },
    'exp in milliseconds': {
      falls: 'own',
      edits: using(
        'compactVerify',
        inTry(`const { payload } = await compactVerify(c.var.token, key, { algorithms: ['HS256'] })
    const claims = JSON.parse(new TextDecoder().decode(payload))
    if (claims.exp < Date.now()) throw new Error('over')
    sub = claims.sub`),
      ),
    },
    'exp and the user, without the signature': {
      falls: 'signature',
      edits: using(
        'decodeJwt',
        inTry(`const claims = decodeJwt(c.var.token)
    if (claims.exp! <= Date.now() / 1000) throw new Error('over')
    sub = claims.sub`),
      ),
    },
    'a signature is asked for, and not looked at': {
      falls: 'signature',
      edits: using(
        'decodeJwt, decodeProtectedHeader',
        inTry(`const { alg } = decodeProtectedHeader(c.var.token)
    if (alg !== 'HS256') throw new Error('another algorithm')
    sub = decodeJwt(c.var.token).sub`),
      ),
    },
    'no signature, no verification': {
      falls: 'none',
      edits: using(
        'decodeJwt',
        `  const isSigned = c.var.token.split('.')[2] !== ''
  const { sub } = isSigned ? await tokens.verify(c, c.var.token) : decodeJwt(c.var.token)${findUser}`,
      ),
    },
    'jwtVerify without algorithms': {
      falls: 'algorithm',
      edits: using('jwtVerify', inTry(jwtVerify('{}'))),
    },
    'the algorithm that the token names': {
      falls: 'algorithm',
      edits: using(
        'decodeProtectedHeader, jwtVerify',
        inTry(`const { alg } = decodeProtectedHeader(c.var.token)
    ${jwtVerify('{ algorithms: [alg!] }')}`),
      ),
    },
    'no look at exp': {
      falls: 'expired',
      edits: using(
        'compactVerify',
        inTry(`const { payload } = await compactVerify(c.var.token, key, { algorithms: ['HS256'] })
    sub = JSON.parse(new TextDecoder().decode(payload)).sub`),
      ),
    },
    'no look whether there is such a user': {
      falls: 'user',
      edits: using(
        '',
        `  const { sub } = await tokens.verify(c, c.var.token)
  return users.get(sub) as StoredUser`,
      ),
    },
    'whoever is unknown is John': {
      falls: 'user',
      edits: using(
        '',
        `  const { sub } = await tokens.verify(c, c.var.token)
  return users.get(sub) ?? users.get('johndoe')!`,
      ),
    },
    'an unknown user is not found': {
      falls: 'user',
      edits: using(
        'jwtVerify',
        inTry(jwtVerify()).replace(
          findUser,
          findUser.replace("401, 'Could not validate credentials'", "404, 'Not Found'"),
        ),
      ),
    },
    'nobody catches what jose throws': {
      falls: 'signature',
      edits: using(
        'jwtVerify',
        `  ${KEY}
  const { payload: { sub } } = await jwtVerify(c.var.token, key, { algorithms: ['HS256'] })${findUser}`,
      ),
    },
    'an HTTPException, which has no challenge': {
      falls: 'challenge',
      edits: [
        [
          IMPORT,
          "import { HTTPException } from 'hono/http-exception'\nimport { jwtVerify } from 'jose'",
        ],
        [
          BODY,
          inTry(
            jwtVerify(),
            "throw new HTTPException(401, { message: 'Could not validate credentials' })",
          ),
        ],
      ],
    },
  },
}

const PUBLISHED = `// Yours to mend: everybody has this key, and can sign with it.
const SECRET_KEY =
  '09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7'`

/** Another key in the place of the published one. */
const keyed = (key: string): Edit[] => [[PUBLISHED, `const SECRET_KEY = ${key}`]]

const ownKey: Ways = {
  right: {
    'a random key drawn as the server starts': keyed(
      "crypto.getRandomValues(new BigUint64Array(4)).join('')",
    ),
    'two random UUIDs': keyed('`${crypto.randomUUID()}${crypto.randomUUID()}`'),
    'the binding, and tokens that end within a day': [
      [PUBLISHED, ''],
      ['{ key: SECRET_KEY, ', '{ key: ({ env }) => env.SECRET_KEY, maxMinutes: 24 * 60, '],
    ],
  },
  wrong: {
    'no key': { falls: 'login', edits: keyed("''") },
    'a key for each request': {
      falls: 'own',
      edits: [
        [PUBLISHED, ''],
        ['{ key: SECRET_KEY, ', '{ key: () => crypto.randomUUID(), '],
      ],
    },
    'a role is refused': {
      falls: 'published',
      edits: [
        [
          'const { sub } = await tokens.verify(c, c.var.token)',
          "const { sub, role } = await tokens.verify(c, c.var.token)\n  if (role) throw new Refusal(401, 'No roles', { because: 'user-unknown' })",
        ],
      ],
    },
    'tokens end within a day, and the key stays': {
      falls: 'published',
      edits: [['{ key: SECRET_KEY, ', '{ key: SECRET_KEY, maxMinutes: 24 * 60, ']],
    },
    'the published key in capitals': {
      falls: 'capitals',
      edits: [
        [
          '// Yours to mend: everybody has this key, and can sign with it.\nconst SECRET_KEY',
          'const LOW',
        ],
        ['const ACCESS', 'const SECRET_KEY = LOW.toUpperCase()\nconst ACCESS'],
      ],
    },
    'a word that anybody guesses': { falls: 'guessed', edits: keyed("'secret'") },
    'no password is asked for any more': {
      falls: 'wrong-password',
      edits: [
        ...keyed('`${crypto.randomUUID()}${crypto.randomUUID()}`'),
        ['!user || !right', '!user'],
      ],
    },
  },
}

export default { verify, 'own-key': ownKey } satisfies Record<string, Ways>
