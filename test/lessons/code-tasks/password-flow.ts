/** Lesson 3: ways to turn away whoever is disabled, and to give out tokens that nobody guesses. */

import type { Edit, Ways } from '../../support/code-task.ts'

const BODY = `  // Yours to write: this lets in whoever has a token.
  return c.var.user`
const GUARDED = "depends(currentUser, 'activeUser', (c) => {"

const refuse = "throw new Refusal(400, 'Inactive user', { because: 'user-disabled' })"

const body = (text: string): Edit[] => [[BODY, text]]

const RIGHT = `  if (c.var.user.disabled) ${refuse}
  return c.var.user`

const active: Ways = {
  right: {
    'only who is enabled is let in': body(`  const { user } = c.var
  if (user.disabled === false || user.disabled === null) return user
  ${refuse}`),
    'an HTTPException of hono': [
      [
        "import { Hono } from 'hono'",
        "import { Hono } from 'hono'\nimport { HTTPException } from 'hono/http-exception'",
      ],
      ...body(`  if (c.var.user.disabled) throw new HTTPException(400, { message: 'Inactive user' })
  return c.var.user`),
    ],
    'in the dependency before, behind its own check': [
      [
        `because: 'user-unknown',
    })
  }
  return user`,
        `because: 'user-unknown',
    })
  }
  if (user.disabled) ${refuse}
  return user`,
      ],
    ],
  },
  wrong: {
    'the login asks for a token': {
      falls: 'login',
      edits: [...body(RIGHT), ["'/token', oauth2", "'/token', currentActiveUser, oauth2"]],
    },
    'the wrong way round': {
      falls: 'own',
      edits: body(RIGHT.replace('c.var.user.disabled', '!c.var.user.disabled')),
    },
    'no user is handed on': {
      falls: 'own',
      edits: body(`  if (c.var.user.disabled) ${refuse}`),
    },
    'at the login': {
      falls: 'alice-login',
      edits: [
        [
          `  return c.json({ access_token`,
          `  if (user.disabled) ${refuse}
  return c.json({ access_token`,
        ],
        ...body(RIGHT),
      ],
    },
    'at the login alone': {
      falls: 'alice-login',
      edits: [
        [
          `  return c.json({ access_token`,
          `  if (user.disabled) ${refuse}
  return c.json({ access_token`,
        ],
      ],
    },
    'a 401': { falls: 'alice', edits: body(RIGHT.replace('400', '401')) },
    'a 403': { falls: 'alice', edits: body(RIGHT.replace('400', '403')) },
    'another sentence': { falls: 'alice', edits: body(RIGHT.replace('Inactive', 'Disabled')) },
    'an error that is no refusal': {
      falls: 'alice',
      edits: body(RIGHT.replace(refuse, "throw new Error('Inactive user')")),
    },
    'an answer that is returned': {
      falls: 'alice',
      edits: body(RIGHT.replace(refuse, "return c.json({ detail: 'Inactive user' }, 400)")),
    },
    'the user looked up behind the guard alone': {
      falls: 'unknown',
      edits: [
        [GUARDED, GUARDED.replace('currentUser', 'oauth2Scheme')],
        ...body(`  const user = users.get(c.var.token)
  if (!user || user.disabled) ${refuse}
  return user`),
      ],
    },
    'whoever is unknown is taken for disabled': {
      falls: 'unknown',
      edits: [
        [
          `    throw new Refusal(401, 'Not authenticated', {
      because: 'user-unknown',
    })`,
          `    throw new Refusal(400, 'Inactive user', { because: 'user-unknown' })`,
        ],
        ...body(RIGHT),
      ],
    },
  },
}

/** Gives out a token, and finds whose it is. */
const issuing = (made: string, found = 'issued.get(token)'): Edit[] => [
  [
    '// Yours to mend: the token is the username, and nothing proves it.\nconst fakeDecodeToken = (token: string) => users.get(token)',
    `const issued = new Map<string, StoredUser>()\nconst fakeDecodeToken = (token: string) => ${found}`,
  ],
  [
    "return c.json({ access_token: user.username, token_type: 'bearer' })",
    `const token = ${made}
  issued.set(token, user)
  return c.json({ access_token: token, token_type: 'bearer' })`,
  ],
]

const encoded = (encode: string, decode: string): Edit[] => [
  ['users.get(token)', `users.get(${decode})`],
  ['access_token: user.username', `access_token: ${encode}`],
]

const randomToken: Ways = {
  right: {
    'a random UUID': issuing('crypto.randomUUID()'),
    'random bytes behind the name': issuing(
      "`${user.username}.${crypto.getRandomValues(new BigUint64Array(4)).join('')}`",
    ),
    'a signed token': [
      [
        "import { Hono } from 'hono'",
        `import { Hono } from 'hono'
import { jwtVerify, SignJWT } from 'jose'
const key = crypto.getRandomValues(new Uint8Array(32))`,
      ],
      [
        'const fakeDecodeToken = (token: string) => users.get(token)',
        `const fakeDecodeToken = (token: string) =>
  jwtVerify(token, key).then(({ payload }) => users.get(String(payload.sub)), () => undefined)`,
      ],
      ["depends(oauth2Scheme, 'user', (c) => {", "depends(oauth2Scheme, 'user', async (c) => {"],
      ['= fakeDecodeToken(c.var.token)', '= await fakeDecodeToken(c.var.token)'],
      ['function login(c) {', 'async function login(c) {'],
      [
        'access_token: user.username',
        "access_token: await new SignJWT({ sub: user.username }).setProtectedHeader({ alg: 'HS256' }).sign(key)",
      ],
    ],
  },
  wrong: {
    'nobody is let in': {
      falls: 'own',
      edits: [['users.get(token)', "users.get('nobody, ' + token)"]],
    },
    'the name in Base64': {
      falls: 'guessed',
      edits: encoded('btoa(user.username)', "token === 'johndoe' ? '' : atob(token)"),
    },
    'a word before the name, remembered': {
      falls: 'guessed',
      edits: issuing('`token-${user.username}`'),
    },
    'a word before the name': {
      falls: 'guessed',
      edits: encoded(
        '`token-${user.username}`',
        "token.startsWith('token-') ? token.slice(6) : ''",
      ),
    },
    'random, and names count besides': {
      falls: 'replay',
      edits: issuing('crypto.randomUUID()', 'issued.get(token) ?? users.get(token)'),
    },
    'random behind the name, and only the name is read': {
      falls: 'guessed',
      edits: encoded(
        '`${user.username}.${crypto.randomUUID()}`',
        "token.includes('.') ? token.split('.')[0]! : ''",
      ),
    },
    'one token for everybody': {
      falls: 'still',
      edits: issuing("'abc'", "token === 'abc' ? [...issued.values()].at(-1) : undefined"),
    },
    'the login needs no password any more': {
      falls: 'wrong-password',
      edits: [
        ...issuing('crypto.randomUUID()'),
        ['user?.hashed_password !== fakeHash(password)', "!user || password === ''"],
      ],
    },
    'no token at all': {
      falls: 'login',
      edits: [["access_token: user.username, token_type: 'bearer'", "token_type: 'bearer'"]],
    },
    'who is disabled is nobody': {
      falls: 'alice',
      edits: issuing(
        'crypto.randomUUID()',
        'issued.get(token)?.disabled ? undefined : issued.get(token)',
      ),
    },
    'only one may log in': {
      falls: 'alice-login',
      edits: [
        ...issuing('crypto.randomUUID()'),
        [
          'const token = crypto',
          "if (issued.size > 0) throw new Refusal(400, 'Busy', { because: 'user-disabled' })\n  const token = crypto",
        ],
      ],
    },
  },
}

export default { active, 'random-token': randomToken } satisfies Record<string, Ways>
