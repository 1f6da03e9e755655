/** What is offered where, and what is imported with it. */

import { CompletionContext } from '@codemirror/autocomplete'
import { typescriptLanguage } from '@codemirror/lang-javascript'
import { EditorState } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { completions } from '../../../../web/panels/editor/completion.ts'
import { importOf } from '../../../../web/panels/editor/import-name.ts'

/** What is offered at the `|` of a text. */
async function offered(marked: string): Promise<string[]> {
  const pos = marked.indexOf('|')
  const state = EditorState.create({ doc: marked.replace('|', ''), extensions: typescriptLanguage })
  const context = new CompletionContext(state, pos, false)
  const results = await Promise.all(completions.map(async (source) => await source(context)))
  return results.flatMap((result) => result?.options.map(({ label }) => label) ?? [])
}

describe('offered', () => {
  test.each<[string, string, has: string[], hasNot: string[]]>([
    ['behind c.', 'c.|', ['json', 'req', 'var', 'redirect'], ['parseBody', 'Hono', 'depends']],
    ['behind c.req.', 'c.req.he|', ['header', 'query', 'parseBody'], ['json5', 'redirect']],
    ['behind app.', 'app.|', ['get', 'post', 'use'], ['json']],
    [
      'behind the tokens of the file',
      'const tokens = jsonWebTokens({})\ntokens.|',
      ['sign', 'verify'],
      ['get'],
    ],
    [
      'behind a map of the file',
      'const users = new Map<string, User>()\nusers.|',
      ['get', 'has'],
      ['sign'],
    ],
    ['behind another name', 'const users = 1\nusers.|', [], ['get', 'sign']],
    ['behind another c', 'abc.|', [], ['json']],
    ['in a comment', '// c.|', [], ['json']],
    ['in a string', "'c.|'", [], ['json']],
    [
      'behind c.var., what guards hand on',
      `oauth2PasswordBearer({})\nconst a = depends(scheme, 'user', () => 1)\nc.var.|`,
      ['user', 'token'],
      ['form', 'json'],
    ],
    [
      'between the quotes of an import',
      "import { Hono } from '|'",
      ['hono', '#security', 'jose', './pages.ts', 'hono/cookie'],
      ['hono/*', 'node:fs'],
    ],
    [
      'between the braces of an import',
      "import { depends, r| } from '#security'",
      ['returns', 'type Stage'],
      ['depends', 'Hono', 'Stage'],
    ],
    [
      'behind type there',
      "import { type S| } from '#security'",
      ['Stage'],
      ['returns', 'type Stage'],
    ],
    [
      'behind a blank there, which asks for nothing',
      "import { depends, | } from '#security'",
      [],
      ['returns', 'type Stage'],
    ],
    ['in an import of types', "import type { C| } from 'hono'", ['Context', 'Next'], ['Hono']],
    ['of the file’s own names', 'const users = 1\nus|', ['users'], []],
    [
      'of what is not imported yet',
      "import { model } from '#security'\nde|",
      ['depends', 'decodeJwt', 'model'],
      [],
    ],
    ['where a name is made', 'const de|', [], ['depends']],
  ])('%s', async (_, text, has, hasNot) => {
    const found = await offered(text)
    expect(found).toEqual(expect.arrayContaining(has))
    expect(found).toHaveLength(new Set(found).size)
    expect(found.filter((label) => hasNot.includes(label))).toEqual([])
  })
})

describe('a name that is picked is imported', () => {
  const imported = (text: string, module: string, name: string) => {
    const more = importOf(text, module, name)
    return more ? text.slice(0, more.from) + more.insert + text.slice(more.from) : text
  }

  test.each<[string, string, string]>([
    ['in a file that imports nothing', 'go()\n', "import { depends } from '#security'\ngo()\n"],
    [
      'below what is imported from elsewhere',
      "import { Hono } from 'hono'\n\ngo()\n",
      "import { Hono } from 'hono'\nimport { depends } from '#security'\n\ngo()\n",
    ],
    [
      'with what its module gives already',
      "import { model } from '#security'\n",
      "import { model, depends } from '#security'\n",
    ],
    [
      'on a line of its own where each name has one',
      "import {\n  model,\n  type Stage,\n} from '#security'\n",
      "import {\n  model,\n  type Stage,\n  depends,\n} from '#security'\n",
    ],
    [
      'apart from types',
      "import type { Stage } from '#security'\n",
      "import type { Stage } from '#security'\nimport { depends } from '#security'\n",
    ],
    ['not twice', "import { depends } from '#security'\n", "import { depends } from '#security'\n"],
  ])('%s', (_, before, after) => {
    expect(imported(before, '#security', 'depends')).toBe(after)
  })
})
