/** The zip of a lesson that is taken home: which files are in it, and what they say. */

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { lessons } from '../../../lessons/all.ts'
import type { Language } from '../../../lessons/lesson.ts'
import repository from '../../../package.json'
import { fileNameOf, takeHome } from '../../../web/take-home/take-home.ts'
import { filesOf } from './support/at-home.ts'

const LANGUAGES: Language[] = ['en', 'ko']

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Where a source of the zip stands in the repository; a variant's stands nowhere. */
const onDisk = (path: string) => `${root}${/^\d/.test(path) ? 'lessons' : 'server'}/${path}`

const lessonCalled = (slug: string) => lessons.find((lesson) => lesson.slug === slug)!

const each = await Promise.all(
  lessons.map(async (lesson) => [lesson.slug, lesson, await filesOf(lesson)] as const),
)

/** The modules that some sources import, by the names that npm knows them by. */
const packagesIn = (files: Record<string, string>) =>
  new Set(
    Object.entries(files)
      .filter(([path]) => path.endsWith('.ts'))
      .flatMap(([, text]) => [
        ...text.replaceAll(/^ \*.*$/gm, '').matchAll(/(?:from |import\()'([^'.#][^']*)'/g),
      ])
      .map(([, name]) => /^(@[^/]+\/)?[^/]+/.exec(name!)![0])
      .filter((name) => !name.startsWith('node:')),
  )

describe.each(each)('of %s', (_, lesson, files) => {
  test('has every file that a file of it imports by its path', () => {
    for (const [path, text] of Object.entries(files)) {
      for (const [, imported] of text.matchAll(/^(?:import|export)\b.* from '(\.[^']+)'$/gm)) {
        const { pathname } = new URL(imported!, `file:///${path}`)
        expect(Object.keys(files), `${path} imports it`).toContain(pathname.slice(1))
      }
    }
  })

  test('has the sources as they are on disk', () => {
    const shipped = Object.entries(files).filter(
      ([path]) => path.includes('/') && existsSync(onDisk(path)),
    )
    expect(shipped.length).toBeGreaterThan(30)
    for (const [path, text] of shipped) {
      expect(text, path).toBe(readFileSync(onDisk(path), 'utf8'))
    }
  })

  test('asks npm for what is imported, in the versions of this repository', () => {
    const { dependencies, devDependencies } = JSON.parse(files['package.json']!)
    expect(repository.devDependencies).toMatchObject({ ...dependencies, ...devDependencies })
    expect(new Set(Object.keys(dependencies))).toEqual(packagesIn(files))
  })

  test.each(LANGUAGES)(
    'says in %s what each of its servers is, and marks those that are weak',
    async (language) => {
      const readme = (await filesOf(lesson, { language }))['README.md']!
      const names = [...files['servers.ts']!.matchAll(/^  (\w+): \{/gm)].map(([, name]) => name!)
      expect(names).not.toEqual([])
      for (const name of names) {
        const { weak = false } = lesson.servers[name]!
        const pattern = new RegExp(`^- \`${name}\`${weak ? ' \\(.+\\)' : ''}: .{20,}$`, 'm')
        expect(readme).toMatch(pattern)
      }
    },
  )

  test('is the same, byte for byte, each time', async () => {
    const make = async () => {
      const zip = await takeHome({ lesson, server: '', changed: {}, language: 'en' })
      return Buffer.from(await zip.arrayBuffer())
    }
    const first = await make()
    const zone = process.env['TZ']
    process.env['TZ'] = 'America/St_Johns'
    try {
      expect(first.equals(await make())).toBe(true)
    } finally {
      process.env['TZ'] = zone
    }
  })
})

test('has a learner’s own text in the place of the shipped one, and says so', async () => {
  const changed = { '4-jwt/app': '// mine\n', '5-two-servers/client': '// elsewhere\n' }
  const files = await filesOf(lessonCalled('jwt'), { changed })
  expect(files['4-jwt/app.ts']).toBe('// mine\n')
  expect(files).not.toHaveProperty('5-two-servers/client.ts')
  expect(files['README.md']).toContain(
    'your own; all the others are as they were shipped: `4-jwt/app.ts`.',
  )
  const shipped = await filesOf(lessonCalled('jwt'))
  expect(shipped['README.md']).not.toContain('your own')
})

test('has a learner’s own security block in the place of the shipped one', async () => {
  const changed = { 'security/bearer.ts': '// a block\n' }
  const files = await filesOf(lessonCalled('jwt'), { changed })
  expect(files['security/bearer.ts']).toBe('// a block\n')
  expect(files['README.md']).toContain('`security/bearer.ts`')
})

test.each([
  ['jwt', 'api', 'bearer-playground-jwt.zip'],
  ['jwt', 'secret', 'bearer-playground-jwt-secret.zip'],
  ['two-servers', 'client', 'bearer-playground-two-servers.zip'],
  ['two-servers', 'nobody', 'bearer-playground-two-servers.zip'],
])('of %s from the server %s is called %s', (slug, server, name) => {
  expect(fileNameOf(lessonCalled(slug), server)).toBe(name)
})

test.each([
  [
    'first-steps',
    'api',
    [
      'http://localhost:8000/items/',
      '-H "Authorization: Bearer foobar" http://localhost:8000/items/',
    ],
  ],
  [
    'jwt',
    'api',
    [
      'http://localhost:8000/users/me/',
      '-d "username=johndoe&password=secret" http://localhost:8000/token',
      '-H "Authorization: Bearer TOKEN" http://localhost:8000/users/me/',
      '-H "Authorization: Bearer TOKEN" http://localhost:8000/users/me/items/',
    ],
  ],
  [
    'two-servers',
    'client',
    [
      'http://localhost:8001/',
      '-c cookies.txt -d "username=johndoe&password=secret" http://localhost:8001/get-token',
      '-b cookies.txt http://localhost:8001/test-users-me',
      '-b cookies.txt http://localhost:8001/test-users-me-items',
      '-b cookies.txt -c cookies.txt -X POST http://localhost:8001/logout',
    ],
  ],
])(
  'of %s shows a visit to %s as curl commands, in the order in which they work',
  async (slug, server, commands) => {
    const readme = (await filesOf(lessonCalled(slug), { server }))['README.md']!
    const shown = [...readme.matchAll(/^curl -i (.*)$/gm)].map(([, command]) => command)
    expect(shown).toEqual(commands)
  },
)
