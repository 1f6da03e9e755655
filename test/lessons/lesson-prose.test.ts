/** How a lesson's prose is read, what is refused in it by file and line, and what module comes of it. */

import { fileURLToPath } from 'node:url'
import { runInThisContext } from 'node:vm'
import { build, type Plugin } from 'vite'
import { describe, expect, test } from 'vitest'
import { lessonProse } from '../../web/build/lesson-prose.ts'
import { parseProse } from '../../web/build/parse-prose.ts'
import { proseModule } from '../../web/build/prose-modules.ts'
import { stepSource } from '../../web/build/step-source.ts'

const LESSON = `# A lesson

What it
shows.

## Watch {#watch}
Read this.

## Do {#do}
Think first. See <bp-region name="route">the route</bp-region>.
### ask
Send <bp-request name="foo">\`it\`</bp-request>.
### part one
It \`passed\`
### hint
Look.
### hint
Look *again*.
### solution
Like so:

\`\`\`http
GET /\${here}
\`\`\`
### after
See [RFC 9110 §11.1](https://www.rfc-editor.org/rfc/rfc9110#section-11.1).

# participants {#participants}
- person: Some person
- api: API

# flow {#flow}
## First {#first}
One **thing**.

# attacks {#attacks}
## Foreign {#foreign}
A *form*.

# detectors {#detectors}
## {#twice}
Too often.

# notes {#notes}
Say it.

# learned {#learned}
- To think.
`

const parse = (text: string) => parseProse(text, 'en.md')

/** The lesson with one thing changed, which must be in it. */
function changed(from: string, to: string): string {
  if (!LESSON.includes(from)) throw new Error(`the lesson has no "${from}"`)
  return LESSON.replace(from, () => to)
}

test('a lesson is read into its parts', () => {
  expect(parse(LESSON)).toEqual({
    title: 'A lesson',
    promise: 'What it shows.',
    pages: {
      watch: {
        title: 'Watch',
        text: '<p>Read this.</p>',
        options: {},
        parts: {},
        checks: {},
        fails: {},
        hints: [],
      },
      do: {
        title: 'Do',
        text: '<p>Think first. See <bp-region name="route">the route</bp-region>.</p>',
        ask: '<p>Send <bp-request name="foo"><code>it</code></bp-request>.</p>',
        options: {},
        parts: { one: 'It <code>passed</code>' },
        checks: {},
        fails: {},
        hints: ['<p>Look.</p>', '<p>Look <em>again</em>.</p>'],
        solution: '<p>Like so:</p>\n<pre><code class="language-http">GET /${here}\n</code></pre>',
        after:
          '<p>See <a href="https://www.rfc-editor.org/rfc/rfc9110#section-11.1" target="_blank" rel="noreferrer">RFC\u00a09110 §11.1</a>.</p>',
      },
    },
    participants: { person: 'Some person', api: 'API' },
    flow: { first: { title: 'First', text: 'One <strong>thing</strong>.' } },
    attacks: { foreign: { title: 'Foreign', text: 'A <em>form</em>.' } },
    detectors: { twice: 'Too often.' },
    learned: '<ul>\n<li>To think.</li>\n</ul>',
    notes: '<p>Say it.</p>',
  })
})

test('the diagram stands by itself, and not in a paragraph', () => {
  const { pages } = parse(changed('Read this.', 'Before.\n\n<bp-flow></bp-flow>\n\nAfter.'))
  expect(pages['watch']?.text).toBe('<p>Before.</p>\n<bp-flow></bp-flow>\n<p>After.</p>')
})

test.each([
  ['`GET /items/`에서', '<code>GET /items/</code>\u2060에서'],
  ['`a` 에서 `a`에서', '<code>a</code> 에서 <code>a</code>에서'],
  ['챌린지(challenge)라고', '챌린지\u2060(challenge)\u2060라고'],
  ['‘판단’에 (예)', '‘판단’\u2060에 (예)'],
  ['took 28 ms in lesson 3', 'took 28\u00a0ms in lesson\u00a03'],
  ['레슨 2의 3 minutes', '레슨\u00a02의 3 minutes'],
  ['보내요(RFC 7617) (예)', '보내요\u2060(RFC\u00a07617) (예)'],
  ['‘판단’(예)', '‘판단’\u2060(예)'],
  ['`A`–`Z`는 0–25', '<code>A</code>\u2060–\u2060<code>Z</code>는 0\u2060–\u206025'],
  ['one – two', 'one – two'],
  ['SHA-256, HMAC-SHA', 'SHA-\u2060256, HMAC-SHA'],
])('in %s no line ends between a word and its particle, or a number and its unit', (text, html) => {
  expect(parse(changed('Read this.', text)).pages['watch']?.text).toBe(`<p>${html}</p>`)
})

test('HTML inside code is text', () => {
  const { pages } = parse(changed('Read this.', 'Write `<b>` here.'))
  expect(pages['watch']?.text).toBe('<p>Write <code>&lt;b&gt;</code> here.</p>')
})

describe('raw HTML', () => {
  test.each([
    '<b>bold</b>',
    '<script>alert(1)</script>',
    '<img src=x>',
    '<!-- a comment -->',
    '<bp-key>x</bp-key>',
    '<bp-region>no name</bp-region>',
    '<bp-region name="">x</bp-region>',
    '<bp-region name="a" onclick="b">x</bp-region>',
    "<bp-region name='a'>x</bp-region>",
    '<bp-region name="a"/>',
    '<bp-flow name="a"></bp-flow>',
    '<bp-flow />',
    '</bp-region>',
    '<bp-region name="a">x</bp-request>',
    '<bp-region name="a">x',
    '<bp-region name="a">x <bp-request name="b">y</bp-request></bp-region>',
    '<bp-flow>x</bp-flow>',
    'See <bp-flow></bp-flow>',
    '<bp-flow></bp-flow> here',
  ])('%s is refused by its line', (html) => {
    expect(() => parse(changed('Read this.', `Read\nthis: ${html}`))).toThrow(/^en\.md:8: /)
  })

  test('an element may not stand in a block of its own making', () => {
    const html = '<div>\nx\n</div>'
    expect(() => parse(changed('Read this.', html))).toThrow('en.md:7: <div> is not an element')
  })
})

test.each([
  ['an unknown heading', '### after', '### afterwards', 25, 'unknown heading "### afterwards"'],
  ['a word behind a heading', '### ask', '### ask me', 11, 'unknown heading "### ask me"'],
  ['a heading that is too deep', '### after', '#### after', 25, 'no meaning in a lesson'],
  ['a heading in a list', 'Look.', '- ## Look', 16, 'no meaning in a lesson'],
  ['a heading with code in it', '## Watch', '## `Watch`', 6, 'a heading is plain text'],
  ['a page without an id', ' {#watch}', '', 6, '"Watch" has no id'],
  ['a page without a title', 'Watch {#watch}', '{#watch}', 6, 'page "watch" has no title'],
  ['a page without text', 'Read this.', '', 6, 'nothing is said under "Watch"'],
  ['a page id given twice', '{#watch}', '{#do}', 9, 'id "do" occurs twice'],
  ['an ask given twice', '### after', '### ask', 25, '"### ask" occurs twice'],
  ['a part without an id', '### part one', '### part', 13, '"### part" needs an id'],
  ['a part id given twice', '### after', '### part one\nx\n### after', 25, 'id "one" occurs twice'],
  ['a check without an id', '### part one', '### check', 13, '"### check" needs an id'],
  ['a part of two paragraphs', 'It `passed`', 'It\n\npassed', 13, '"part one" is one paragraph'],
  ['options beside parts', '### after', '### option a\nx\n### after', 13, 'has options and parts'],
  ['a hint without text', 'Look.', '', 15, 'nothing is said under "hint"'],
  ['a flow step without a title', 'First {#first}', '{#first}', 33, 'step "first" has no title'],
  ['a flow step without text', 'One **thing**.', '', 33, '"First" is one paragraph'],
  ['a heading in the flow', 'One **thing**.', 'x\n### ask\ny', 35, 'unknown heading "### ask"'],
  ['text under the flow itself', '# flow {#flow}', '# flow {#flow}\nx', 33, 'has no place'],
  ['an attack without a title', 'Foreign {#foreign}', '{#foreign}', 37, 'attack "foreign" has no'],
  ['an attack without text', 'A *form*.', '', 37, '"Foreign" is one paragraph'],
  ['a participant without a name', '- api: API', '- api', 30, 'a participant is "- id: Name"'],
  ['a participant given twice', '- api:', '- person:', 30, 'id "person" occurs twice'],
  ['an unknown part', '# notes {#notes}', '# more {#more}', 44, 'unknown part of a lesson: "more"'],
  ['what was learned in a paragraph', '- To think.', 'To think.', 47, '"learned" is one list'],
  ['what was learned in two lists', '- To think.', '- To\n\n* think.', 47, '"learned" is one list'],
  ['a heading in the notes', 'Say it.', 'x\n## y {#y}\nz', 46, 'the notes have no headings'],
  ['a title with an id', '# A lesson', '# A lesson {#a}', 1, 'its title, which has no id'],
  [
    'a lesson that promises nothing',
    'What it\nshows.\n\n',
    '',
    1,
    'below the title stands one sent',
  ],
  ['two promises', '# A lesson', '# A lesson\n\nFirst.', 5, 'one paragraph stands below the title'],
  ['a promise with code in it', 'What it', '`What` it', 3, 'below the title is plain text'],
  ['text before the title', '# A lesson', 'x\n\n# A lesson', 1, 'before the title'],
  ['a page before the title', '# A lesson\n\nWhat it\nshows.\n\n', '', 1, 'stands too deep'],
  ['an image', 'Read this.', 'Read\n![this](https://x.test/y.png)', 8, 'has no images'],
  ['a link without https', 'Read this.', 'Read [this](http://x.test/).', 7, 'an https URL'],
  ['a relative link', 'Read this.', 'Read [this](/x).', 7, 'an https URL'],
  ['emphasis that does not close', 'Read this.', 'Read\n**`this`**and.', 8, '"**" does not close'],
])('%s is refused by its line', (_, from, to, line, message) => {
  const read = () => parse(changed(from, to))
  expect(read).toThrow(`en.md:${line}: `)
  expect(read).toThrow(message)
})

test.each(['ask', 'solution', 'after'])('a task without its %s is refused', (heading) => {
  const gone = new RegExp(`### ${heading}\n[^#]*`)
  expect(() => parse(LESSON.replace(gone, ''))).toThrow(
    `en.md:9: task "do" has no "### ${heading}"`,
  )
})

test('a code task has checks, and what is said where they fall', () => {
  const words = '### check user\nA *user*\n### fails user\nNobody.\n'
  const { checks, fails } = parse(changed('### part one\nIt `passed`\n', words)).pages['do']!
  expect({ checks, fails }).toEqual({
    checks: { user: 'A <em>user</em>' },
    fails: { user: 'Nobody.' },
  })
})

test('a task may have neither options nor parts, as one that is read by hand', () => {
  const { options, parts } = parse(LESSON.replace(/### part one\n[^#]*/, '')).pages['do']!
  expect({ options, parts }).toEqual({ options: {}, parts: {} })
})

test('a task without hints is refused', () => {
  const none = LESSON.replaceAll(/### hint\n.*\n/g, '')
  expect(() => parse(none)).toThrow('en.md:9: task "do" has no "### hint"')
})

const without = (part: string) => LESSON.replace(new RegExp(`# ${part} \\{[^]*?(?=\n# |$)`), '')

test.each(['learned', 'notes'])('a lesson without %s is refused', (part) => {
  expect(() => parse(without(part))).toThrow(`the part "# ${part} {#${part}}" is missing`)
})

test.each(['participants', 'flow', 'attacks', 'detectors'] as const)(
  'a lesson may have no %s',
  (part) => {
    expect(parse(without(part))[part]).toEqual({})
  },
)

test('a file with nothing in it is refused', () => {
  expect(() => parse('')).toThrow('en.md:1: a lesson starts with its title')
})

describe('the module', () => {
  /** What a module's default export is, each template as the text that Lit would get. */
  function evaluated(code: string): unknown {
    const value = code.replace(/^import .*\n/, '').replace('export default', '')
    const make = runInThisContext(`(html) => (${value})`) as (html: unknown) => unknown
    return make((strings: TemplateStringsArray, ...values: unknown[]) => {
      expect(values).toEqual([])
      return strings[0]
    })
  }

  const FILE = './en.md'

  /**
   * The promise is the start page's, the list the course's page's; notes, answers to wrong attempts, hints and
   * solutions are modules of their own.
   */
  function shown(prose: ReturnType<typeof parse>) {
    const { promise: _1, learned: _2, notes: _3, detectors: _4, pages, ...rest } = prose
    const bare = Object.entries(pages).map(
      ([id, { hints: _5, solution: _6, after: _7, ...page }]) => [id, page],
    )
    const later = expect.any(Function) as unknown
    return { ...rest, pages: Object.fromEntries(bare) as unknown, help: later, notes: later }
  }

  test('says the same as the prose', () => {
    const prose = parse(LESSON)
    expect(evaluated(proseModule(prose, FILE))).toEqual(shown(prose))
  })

  test.each(['a `` b ` c ``', '`${x}`', '`$\\{x}`', '\\\\ `\\n` `\\`', '`"` \u2028 end', '$'])(
    'keeps %s as it is',
    (text) => {
      const prose = parse(changed('Read this.', text))
      expect(evaluated(proseModule(prose, FILE))).toEqual(shown(prose))
    },
  )

  test('is what a bundle gets of a lesson’s files', async () => {
    const lesson = fileURLToPath(new URL('../../lessons/1-first-steps', import.meta.url))
    const entry: Plugin = {
      name: 'entry',
      resolveId: (id) => (id === 'virtual:entry' ? id : null),
      load: (id) =>
        id === 'virtual:entry'
          ? `export { default as en } from '${lesson}/en.md'
             export { default as ko } from '${lesson}/ko.md'
             export { default as notes } from '${lesson}/ko.md?notes'
             export { default as promise } from '${lesson}/ko.md?promise'
             export { default as source } from '${lesson}/app.ts?source'`
          : null,
    }
    const bundle = await build({
      configFile: false,
      logLevel: 'silent',
      plugins: [entry, lessonProse(), stepSource()],
      build: {
        write: false,
        minify: false,
        rolldownOptions: {
          input: 'virtual:entry',
          external: ['lit'],
          preserveEntrySignatures: 'strict',
        },
      },
    })
    const [output] = [bundle].flat()
    if (!output || !('output' in output)) throw new Error('there is no bundle')
    const [{ code, imports }] = output.output
    // Neither the Markdown parser nor the step app itself: what is shown is not run.
    expect(imports).toEqual(['lit'])
    expect(code).toContain('title: "First steps"')
    expect(code).toContain('title: "첫걸음"')
    expect(code).toContain('= "Bearer라고만 하면 통과해요.')
    expect(code).toContain('<bp-flow></bp-flow>')
    expect(code).toContain('oauth2PasswordBearer')
    expect(code).not.toContain('#region')
  })
})
