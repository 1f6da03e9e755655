/** Lesson 2: ways to have two routes use one dependency. */

import type { Edit, Ways } from '../../support/code-task.ts'

const COMMENT = '// Yours to write: a dependency that makes the user, for both routes.'
const ME = "app.get('/users/me', oauth2Scheme, "
const MADE = 'c.json(fakeDecodeToken(c.var.token))'
const ITEMS = "app.get('/users/me/items', "
const OWNER = "owner: 'somebody'"

const refuse = "throw new Refusal(401, 'Not authenticated', { because: 'token-empty' })"

/** The dependency, and both routes that name it. */
const dependency = (resolve: string): Edit[] => [
  [COMMENT, `const currentUser = depends(oauth2Scheme, 'user', ${resolve})`],
  ...routes,
]
const routes: Edit[] = [
  [ME, "app.get('/users/me', currentUser, "],
  [MADE, 'c.json(c.var.user)'],
  [ITEMS, "app.get('/users/me/items', currentUser, "],
  [OWNER, 'owner: c.var.user.username'],
]

const RIGHT = `(c) => {
  if (!c.var.token) ${refuse}
  return fakeDecodeToken(c.var.token)
}`

const ways: Ways = {
  right: {
    'a dependency that waits': dependency(`async (c) => {
  const { token } = c.var
  if (token.length < 1) ${refuse}
  return fakeDecodeToken(token)
}`),
    'a dependency for the token, and one for the user': [
      [
        COMMENT,
        `const someToken = depends(oauth2Scheme, 'someToken', (c) => {
  if (c.var.token === '') ${refuse}
  return c.var.token
})
const currentUser = depends(someToken, 'user', (c) => fakeDecodeToken(c.var.someToken))`,
      ],
      ...routes,
    ],
    'middleware of hono, which asks the guard by itself': [
      [
        "import { Hono } from 'hono'",
        "import { Hono } from 'hono'\nimport { createMiddleware } from 'hono/factory'",
      ],
      [
        COMMENT,
        `const currentUser = createMiddleware((c, next) =>
  oauth2Scheme(c, async () => {
    if (c.var.token === '') ${refuse}
    c.set('user', fakeDecodeToken(c.var.token))
    await next()
  }),
)`,
      ],
      ...routes,
    ],
    'the check in the function that decodes': [
      [
        'function fakeDecodeToken(token: string): ValueOf<typeof User> {',
        `function fakeDecodeToken(token: string): ValueOf<typeof User> {
  if (token === '') ${refuse}`,
      ],
      ...dependency('(c) => fakeDecodeToken(c.var.token)'),
    ],
  },
  wrong: {
    'the first route names no dependency': {
      falls: 'me',
      edits: dependency(RIGHT).map((edit): Edit =>
        edit[0] === ME ? [ME, "app.get('/users/me', "] : edit,
      ),
    },
    'the dependency returns nothing': {
      falls: 'me',
      edits: dependency(RIGHT.replace('return fake', 'fake')),
    },
    'the second route is left as it is': {
      falls: 'items',
      edits: dependency(RIGHT).slice(0, 3),
    },
    'the token as the owner': {
      falls: 'items',
      edits: dependency(RIGHT).map((edit): Edit =>
        edit[0] === OWNER ? [OWNER, 'owner: c.var.token'] : edit,
      ),
    },
    'the user is kept for the next request': {
      falls: 'another',
      edits: [
        [COMMENT, `let known: ValueOf<typeof User> | undefined\n${COMMENT}`],
        ...dependency(`(c) => {
  if (!c.var.token) ${refuse}
  return (known ??= fakeDecodeToken(c.var.token))
}`),
      ],
    },
    'the header is read without the guard': {
      falls: 'missing',
      edits: [
        [
          "import { Hono } from 'hono'",
          "import { Hono } from 'hono'\nimport { createMiddleware } from 'hono/factory'",
        ],
        [
          COMMENT,
          `const currentUser = createMiddleware<{ Variables: { user: ValueOf<typeof User> } }>(async (c, next) => {
  c.set('user', fakeDecodeToken(c.req.header('authorization')!.split(' ')[1]!))
  await next()
})`,
        ],
        ...routes,
      ],
    },
    'the user of the token, and no look at an empty one': {
      falls: 'empty',
      edits: dependency('(c) => fakeDecodeToken(c.var.token)'),
    },
    'an empty token is a bad request': {
      falls: 'empty',
      edits: dependency(RIGHT.replace('401', '400')),
    },
    'the look at an empty token is in one handler': {
      falls: 'empty-items',
      edits: dependency('(c) => fakeDecodeToken(c.var.token)').map((edit): Edit =>
        edit[0] === MADE
          ? [`return ${MADE}`, `if (c.var.token === '') ${refuse}\n  return c.json(c.var.user)`]
          : edit,
      ),
    },
  },
}

export default { dependency: ways } satisfies Record<string, Ways>
