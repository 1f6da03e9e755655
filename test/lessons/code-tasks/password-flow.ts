/** Lesson 3: ways to turn away whoever is disabled. */

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

export default { active } satisfies Record<string, Ways>
