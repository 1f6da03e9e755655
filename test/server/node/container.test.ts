/** The container and the workflows call for things by name: each is there, and is what they take it for. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readCommand } from '../../../server/node/command.ts'
import { HELP, readSettings } from '../../../server/node/settings.ts'
import { createSite } from '../../../server/playground/site.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

const dockerfile = read('Dockerfile')
const compose = read('compose.yaml')
const { bin, scripts } = JSON.parse(read('package.json')) as {
  bin: Record<string, string>
  scripts: Record<string, string>
}

/** What a pattern captures, of which there must be some. */
function all(text: string, pattern: RegExp): string[] {
  const found = [...text.matchAll(pattern)].map(([, captured]) => captured!)
  expect(found).not.toEqual([])
  return found
}

const copied = all(dockerfile, /^COPY (?!--from)(.+) \S+$/gm).flatMap((list) => list.split(' '))

describe('the image', () => {
  test('is made of files that there are, and that the context has', () => {
    const left = read('.dockerignore').split('\n')
    for (const file of copied) {
      expect(existsSync(join(ROOT, file)), file).toBe(true)
      expect(left).not.toContain(file)
    }
  })

  test('has all that the build opens outside the folders it is in', () => {
    const folders = ['web', 'server', 'lessons']
    const files = folders.flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
    )
    // A path that leads to the root, as `'../../LICENSE?raw'` does from two folders below.
    const atRoot = files.flatMap((file) =>
      [...read(file).matchAll(/(?:from|import\(|import) ?'((?:\.\.\/)+)([\w.-]+)/g)]
        .filter(([, up]) => up!.length / '../'.length === file.split('/').length - 1)
        .map(([, , name]) => name!),
    )
    expect(new Set(atRoot)).toContain('LICENSE')
    expect([...new Set(atRoot)].filter((name) => !copied.includes(name))).toEqual([])
  })

  test('starts the program that the package starts, as nobody', () => {
    expect(dockerfile).toContain(`ENTRYPOINT ["node", "${bin['bearer-playground']}"]`)
    expect(dockerfile).toMatch(/^USER nobody$/m)
  })

  test('is well where the playground says that it is', async () => {
    const [path] = all(dockerfile, /http:\/\/127\.0\.0\.1:3000(\/\w+)/g)
    expect((await createSite().request(path!)).status).toBe(200)
    expect(readSettings({}).port).toBe(3000)
  })
})

test('npm knows every script that the image and the workflows run', () => {
  const workflows = readdirSync(join(ROOT, '.github/workflows')).map((name) =>
    read(`.github/workflows/${name}`),
  )
  const called = all([dockerfile, ...workflows].join('\n'), /npm run (?:--\S+ )*([\w:-]+)/g)
  expect(called.filter((name) => !(name in scripts))).toEqual([])
})

describe('what compose starts', () => {
  const commands = all(compose, /command: \[(.+)\]/g).map((list) =>
    list.split(', ').map((word) => word.replaceAll("'", '')),
  )

  test('are lesson 5’s servers, each on the port that is published', () => {
    const published = all(compose, /'127\.0\.0\.1:(\d+):\1'/g).map(Number)
    const served = commands.map((words) => {
      const command = readCommand(words)
      if (command.kind !== 'serve') throw new Error(words.join(' '))
      return [command.served.title, command.port] as const
    })
    expect(served).toEqual([
      ['two-servers/auth', 8000],
      ['two-servers', 8001],
    ])
    expect(published).toEqual([3000, ...served.map(([, port]) => port)])
  })

  test('are told by settings that there are', () => {
    const names = all(compose, /^ {6}([A-Z_]+):/gm)
    expect(names.filter((name) => !HELP.includes(name))).toEqual([])
    const [url] = all(compose, /AUTH_SERVER_URL: (\S+)/g)
    // The auth server is asked by the name of its service, which has to be one of its hosts.
    expect(compose).toContain(`ALLOWED_HOSTS: ${new URL(url!).hostname}\n`)
    expect(new URL(url!).port).toBe('8000')
  })
})
