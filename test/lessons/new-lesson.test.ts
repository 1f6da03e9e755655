/** A lesson added to a copy of the tree: it is found by its folder alone, and what it lacks is named. */

import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { lessonHosts } from '../../server/playground/lesson-hosts.ts'
import { lessonProblems } from '../support/lesson-problems.ts'
import { SMALL_LESSON } from './small-lesson.ts'

// A copy of the tree is compiled and run.
vi.setConfig({ testTimeout: 120_000 })

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const FOLDER = '90-greeting'

type File = keyof typeof SMALL_LESSON

/** Files that a lesson can have besides. */
type More = 'shy.patch' | 'code.ts' | 'code/shut.patch' | 'code/shut.solution.patch'

/** Puts the small lesson among what a lesson lives among: a copy with the other lessons, or links without them. */
function treeWith(
  files: Partial<Record<File | More, string>>,
  { folder = FOLDER, others = true } = {},
): string {
  const root = mkdtempSync(join(tmpdir(), 'new-lesson-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const name of ['package.json', 'tsconfig.json']) cpSync(join(ROOT, name), join(root, name))
  if (others) {
    for (const name of ['lessons', 'server']) {
      cpSync(join(ROOT, name), join(root, name), { recursive: true })
    }
  } else {
    symlinkSync(join(ROOT, 'server'), join(root, 'server'))
    mkdirSync(join(root, 'lessons'))
    // A link is the module it leads to, which is there already; a copy would be compiled anew for each lesson.
    for (const name of readdirSync(join(ROOT, 'lessons')).filter((name) => !/^\d/.test(name))) {
      symlinkSync(join(ROOT, 'lessons', name), join(root, 'lessons', name))
    }
  }
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'))
  mkdirSync(join(root, 'lessons', folder, 'code'), { recursive: true })
  for (const [file, text] of Object.entries(files)) {
    writeFileSync(join(root, 'lessons', folder, file), text)
  }
  return root
}

test('a lesson is whole with the files of its folder, and the playground serves it', async () => {
  const root = treeWith(SMALL_LESSON)
  expect(await lessonProblems(root)).toEqual([])

  const hosts = (await import(join(root, 'server/playground/lesson-hosts.ts'))) as {
    lessonHosts: typeof lessonHosts
  }
  const path = '/lessons/greeting/api/hello'
  const host = await hosts.lessonHosts()(path)
  const response = await host!.fetch(new Request(`http://localhost${path}`))
  expect([response.status, await response.text()]).toEqual([200, '{"hello":"world"}'])
})

const without = (gone: File) => {
  const { [gone]: _gone, ...rest } = SMALL_LESSON
  return rest
}

/** The small lesson with one thing changed, which must be in it. */
function changed(file: File, from: string, to: string) {
  if (!SMALL_LESSON[file].includes(from)) throw new Error(`${file} has no "${from}"`)
  return { ...SMALL_LESSON, [file]: SMALL_LESSON[file].replaceAll(from, () => to) }
}

/** The manifest that says why there is no twin. */
function withReason(reason: string): string {
  return changed('lesson.ts', "app: 'app',", `app: 'app', noTwin: '${reason}',`)['lesson.ts']
}

/** A code task put before the last page of the small lesson, with one thing changed. */
function withCodeTask(change: Partial<Record<File | More, [from: string, to: string]>> = {}) {
  const page = (words: string) => `## Shut it {#shut}\n\n${words}\n\n### ask\n\nShut the door.\n
### check shut\n\nThe door is shut\n\n### fails shut\n\nIt is open.\n\n### hint\n\n401\n\n### hint\n\nA status.\n
### solution\n\nA \`401\`.\n\n### after\n\nShut.\n\n`
  const files: Record<string, string> = {
    ...SMALL_LESSON,
    'lesson.ts': SMALL_LESSON['lesson.ts'].replace(
      "    { kind: 'reading', id: 'recap' },",
      "    { kind: 'code', id: 'shut', server: 'api', region: 'hello' },\n    { kind: 'reading', id: 'recap' },",
    ),
    'walk.ts': SMALL_LESSON['walk.ts'].replace(
      "  { page: 'recap'",
      "  { page: 'shut', act: (hand) => hand.code() },\n  { page: 'recap'",
    ),
    'en.md': SMALL_LESSON['en.md'].replace(
      '## What to take',
      `${page('Nobody shuts it.')}## What to take`,
    ),
    'ko.md': SMALL_LESSON['ko.md'].replace('## 가져갈', `${page('닫지 않아요.')}## 가져갈`),
    'code.ts': `import { answered } from '../checks.ts'
import { get } from '../requests.ts'

export default { shut: [{ id: 'shut', ask: get('/hello'), holds: answered(401) }] }
`,
    'code/shut.patch': `--- ../app.ts
+++ shut.ts
@@ -4,4 +4,5 @@
 
 // #region hello
+// Yours to shut.
 app.get('/hello', (c) => c.json({ hello: 'world' }))
 // #endregion
`,
  }
  for (const [file, [from, to]] of Object.entries(change)) {
    if (!files[file]?.includes(from)) throw new Error(`${file} has no "${from}"`)
    files[file] = files[file].replaceAll(from, () => to)
  }
  return files as Partial<Record<File | More, string>>
}

function withoutFile(files: ReturnType<typeof withCodeTask>, gone: More) {
  const { [gone]: _gone, ...rest } = files
  return rest
}

const LACKING: [files: Partial<Record<File | More, string>>, problem: string][] = [
  [without('lesson.ts'), 'has no lesson.ts: the manifest: servers, requests, pages'],
  [without('en.md'), 'has no en.md: what it says in English'],
  [without('ko.md'), 'has no ko.md: what it says in Korean'],
  [without('contract.ts'), 'has no contract.ts: what its servers promise'],
  [without('walk.ts'), 'has no walk.ts: what is done on each page'],
  [without('app.ts'), '/lesson.ts: the server "api" is 90-greeting/app.ts, which is not there'],
  [
    without('main.py'),
    'there is no 90-greeting/main.py: 90-greeting/app.ts for FastAPI, or why not, as noTwin in lesson.ts',
  ],
  [
    { ...without('main.py'), 'lesson.ts': withReason(' ') },
    '/lesson.ts says why the server "api" has no twin, and not in words',
  ],
  [
    { ...SMALL_LESSON, 'lesson.ts': withReason('Python has no such thing') },
    '/lesson.ts says why the server "api" has no twin, and 90-greeting/main.py has one',
  ],
  [
    changed(
      'main.py',
      '# #region hello\n',
      '# #region hello\n# #region more\n# more\n# #endregion\n',
    ),
    '/main.py has the region "more", which 90-greeting/app.ts has not',
  ],
  [
    changed('main.py', '#region hello', '#region bye'),
    '/main.py lacks the region "hello" of 90-greeting/app.ts',
  ],
  [
    changed('main.py', '# #endregion', '# the end'),
    '/main.py: line 6: region "hello" is never closed',
  ],
  [
    {
      ...changed('lesson.ts', "app: 'app'", "app: 'shy'"),
      'shy.patch':
        "--- app.ts\n+++ shy.ts\n@@ -1,1 +1,1 @@\n-import { Hono } from 'hono'\n+import { Hono } from 'hono' // shy\n",
    },
    '/shy.patch makes no twin: it changes main.py too, or noTwin in lesson.ts says why not',
  ],
  [
    changed('lesson.ts', 'export default lesson', 'export { lesson }'),
    '/lesson.ts exports no manifest by default',
  ],
  [
    changed('lesson.ts', "slug: 'greeting'", "slug: 'hello'"),
    '/lesson.ts has the slug "hello", and its folder another',
  ],
  [
    changed('lesson.ts', "folder: '90-greeting'", "folder: '7-greeting'"),
    '/lesson.ts says that its folder is "7-greeting"',
  ],
  [
    changed('lesson.ts', "path: 'api',", "path: 'api', calls: 'auth',"),
    '/lesson.ts: "api" calls "auth", which is no server of it',
  ],
  [
    changed('lesson.ts', "{ id: 'handler', region: 'hello' }", "{ id: 'handler', region: 'bye' }"),
    '/lesson.ts: gate "handler" of GET /hello is in the region "bye", which 90-greeting/app.ts has not',
  ],
  [
    changed('lesson.ts', "get('/hello')", "{ ...get('/hello'), server: 'other' }"),
    '/lesson.ts: the request "hello" goes to "other", which is no server of it',
  ],
  [
    changed('lesson.ts', "firstRequest: 'hello'", "firstRequest: 'bye'"),
    '/lesson.ts: there is no request "bye" to begin with',
  ],
  [
    changed('lesson.ts', "request: 'hello'", "request: 'bye'"),
    '/lesson.ts: page "door" has the request "bye", which is not there',
  ],
  [changed('en.md', '# notes {#notes}', '# other {#other}'), 'unknown part of a lesson: "other"'],
  [changed('en.md', 'Nobody is asked who they are.\n', ''), 'below the title stands one sentence'],
  [changed('en.md', '{#recap}', '{#end}'), '/en.md lacks the page "recap"'],
  [changed('ko.md', '{#recap}', '{#end}'), '/ko.md has the page "end", which lesson.ts has not'],
  [
    changed('ko.md', 'option closed', 'option shut'),
    '/ko.md lacks on page "door" the option "closed"',
  ],
  [
    changed('ko.md', '### hint\n\n가드를 찾아보세요.\n', ''),
    '/ko.md: page "door" has 1 hints, and 2 in en.md',
  ],
  [
    changed('lesson.ts', 'detectors: []', "detectors: [{ id: 'shy', fits: () => false }]"),
    '/en.md lacks the detector "shy"',
  ],
  [
    changed('en.md', 'name="hello">the route', 'name="bye">the route'),
    '/en.md speaks of the region "bye", which no source of its servers has',
  ],
  [
    changed('app.ts', '// #endregion', '// #endregion\n// #region more\n// more\n// #endregion'),
    '/ko.md does not speak of the region "more" of 90-greeting/app.ts',
  ],
  [
    changed('en.md', '<bp-request name="hello">', '<bp-request name="bye">'),
    '/en.md offers the request "bye", which lesson.ts has not',
  ],
  [
    changed('lesson.ts', "hello: get('/hello')", "hello: get('/hello'), bye: get('/bye')"),
    '/en.md lacks the request "bye"',
  ],
  [
    withoutFile(withCodeTask(), 'code/shut.patch'),
    ' has no code/shut.patch: what "shut" begins with',
  ],
  [withoutFile(withCodeTask(), 'code.ts'), '/code.ts has no checks for the code task "shut"'],
  [
    withCodeTask({ 'code.ts': ['{ shut: [', '{ open: ['] }),
    '/code.ts has no checks for the code task "shut"',
  ],
  [
    withCodeTask({ 'lesson.ts': ["id: 'shut', server: 'api'", "id: 'shut', server: 'auth'"] }),
    '/lesson.ts: the code task "shut" is about "auth", no server of it',
  ],
  [
    withCodeTask({
      'lesson.ts': ["server: 'api', region: 'hello'", "server: 'api', region: 'bye'"],
    }),
    '/code/shut.patch makes a text without the region "bye" of its task',
  ],
  [
    withCodeTask({ 'code/shut.patch': [' // #endregion', ' // the end'] }),
    '/code/shut.patch does not fit',
  ],
  [
    withCodeTask({ 'en.md': ['### check shut', '### check door'] }),
    '/en.md lacks on page "shut" the check "shut"',
  ],
  [
    withCodeTask({ 'ko.md': ['### check shut\n\nThe door is shut\n', ''] }),
    '/ko.md lacks on page "shut" the check "shut"',
  ],
  [
    withCodeTask({ 'ko.md': ['### fails shut\n\nIt is open.\n', ''] }),
    '/ko.md lacks on page "shut" the failure "shut"',
  ],
  [changed('walk.ts', "'recap'", "'end'"), '/walk.ts lacks a step for the page "recap"'],
  [
    changed('contract.ts', "[rowsAt(API)(`${API}/hello`, '', hello)]", '[]'),
    '/contract.ts asks nothing of the server "api"',
  ],
]

test.each(LACKING.map(([files, problem]) => [problem, files] as const))(
  'a lesson is told: …%s',
  async (problem, files) => {
    const problems = await lessonProblems(treeWith(files, { others: false }))
    expect(problems.filter((sentence) => sentence.includes(problem))).toHaveLength(1)
    for (const sentence of problems) expect(sentence).toContain(FOLDER)
  },
)

test('a lesson is whole with a code task, its patch, its checks and their words', async () => {
  expect(await lessonProblems(treeWith(withCodeTask(), { others: false }))).toEqual([])
})

test('a lesson is whole without a twin, where its manifest says why', async () => {
  const files = { ...without('main.py'), 'lesson.ts': withReason('Python has no such thing') }
  expect(await lessonProblems(treeWith(files, { others: false }))).toEqual([])
})

test('folders are told that they are no name of a lesson, or have the slug or the number of another', async () => {
  const told = {
    '90-Greeting': 'is no name of a lesson: "<number>-<slug>", the slug in kebab-case',
    '91-jwt': 'has the slug of another lesson',
  }
  const root = treeWith(SMALL_LESSON, { folder: '4-greeting' })
  for (const folder of Object.keys(told)) {
    cpSync(join(root, 'lessons/4-greeting'), join(root, 'lessons', folder), { recursive: true })
  }
  expect(await lessonProblems(root)).toEqual(
    expect.arrayContaining([
      '4-jwt has the number of another lesson',
      ...Object.entries(told).map(([folder, problem]) => `${folder} ${problem}`),
    ]),
  )
})
