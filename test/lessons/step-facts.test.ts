/** What the build knows of a step: what is new in it, which blocks it uses, where names lead. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addedLines } from '../../web/build/step-facts.ts'
import { loadSource } from '../../web/lesson/load-lesson.ts'
import { isBlock } from '../../web/panels/code/load-code.ts'

const STEPS = [
  '1-first-steps/app',
  '2-current-user/app',
  '3-password-flow/app',
  '3-password-flow/leaky',
  '4-jwt/app',
  '4-jwt/secret',
  '5-two-servers/client',
  '5-two-servers/faithful',
]

test.each([
  ['a line put in', 'a\nb\n', 'a\nx\nb\n', [2]],
  ['a line changed', 'a\nb\n', 'a\nc\n', [2]],
  ['lines taken out', 'a\nb\nc\n', 'a\n', []],
  ['the same', 'a\n', 'a\n', []],
])('of %s, the new lines are known by their numbers', (_, before, after, lines) => {
  expect(addedLines(before, after)).toEqual(lines)
})

describe('what a step adds', () => {
  const addedIn = async (app: string) => {
    const { text, step } = await loadSource(app)
    return step!.added?.map((line) => text.split('\n')[line - 1]!.trim())
  }

  test.each(['1-first-steps/app', '5-two-servers/client', '5-two-servers/faithful'])(
    'is not said of %s, which is built on none',
    async (app) => {
      expect(await addedIn(app)).toBeUndefined()
    },
  )

  test('is what the lesson before has not', async () => {
    const added = await addedIn('4-jwt/app')
    expect(added).toContain('const { sub } = await tokens.verify(c, c.var.token)')
    expect(added).not.toContain("const oauth2Scheme = oauth2PasswordBearer({ tokenUrl: 'token' })")
  })

  test('is for a variant what its app has not', async () => {
    expect(await addedIn('3-password-flow/leaky')).toEqual([
      '// WEAK ON PURPOSE: what the lesson shows, and nothing to copy.',
      "app.get('/users/me', currentActiveUser, function readUsersMe(c) {",
      "// All that is stored of a user goes out, the password's hash too.",
      'return c.json(c.var.activeUser)',
      '})',
    ])
  })
})

describe('the blocks of a step', () => {
  test('are those that it uses, in the order of its code, each before what it is made of', async () => {
    const { step } = await loadSource('1-first-steps/app')
    expect(step!.blocks).toEqual([
      { file: 'security/bearer.ts', names: ['oauth2PasswordBearer'] },
      { file: 'security/authorization.ts', names: [] },
      { file: 'security/openapi-part.ts', names: [] },
      { file: 'security/refusal.ts', names: [] },
      { file: 'security/trace.ts', names: [] },
    ])
  })

  test.each(STEPS)(
    'of %s are there, each once, and all that it names are among them',
    async (app) => {
      const { text, step } = await loadSource(app)
      const files = step!.blocks.map(({ file }) => file)
      expect(files).toEqual([...new Set(files)])
      expect(files.filter((file) => !isBlock(file))).toEqual([])
      const named = /import \{([^}]*)\} from '#security'/.exec(text)![1]!
      const values = named
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name && !name.startsWith('type '))
      expect(step!.blocks.flatMap(({ names }) => names).toSorted()).toEqual(values.toSorted())
    },
  )
})

test.each(STEPS)(
  'each name that %s takes from a block leads to the line that declares it',
  async (app) => {
    const { text, links } = await loadSource(app)
    const led = links!.map(({ from, to, file, line }) => {
      const declared = readFileSync(join('server', file), 'utf8').split('\n')[line - 1]
      return { name: text.slice(from, to), declared }
    })
    expect(led.length).toBeGreaterThan(1)
    expect(
      led.filter(({ name, declared }) => !new RegExp(`^export .*\\b${name}\\b`).test(declared!)),
    ).toEqual([])
    // In the import and where it is used.
    expect(led.filter(({ name }) => name === 'Refusal').length).not.toBe(1)
  },
)

test('the steps that a patch makes are variants, and no other', async () => {
  const sources = await Promise.all(STEPS.map(loadSource))
  const variants = STEPS.filter((_, index) => sources[index]!.step!.isVariant)
  expect(variants).toEqual(['3-password-flow/leaky', '4-jwt/secret'])
})
