/** The zip that a page makes: no server is asked for it, and it holds what the lesson does. */

import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { lessons } from '../../../lessons/all.ts'
import { takeHome } from '../../../web/take-home/take-home.ts'

test.each(lessons.map((lesson) => [lesson.slug, lesson] as const))(
  'the zip of %s made in the page holds the servers’ sources, what they stand on, and their cases',
  async (slug, lesson) => {
    const zip = await takeHome({ lesson, server: '', changed: {}, language: 'ko' })
    expect(zip.type).toBe('application/zip')
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()))
    const textOf = (path: string) => strFromU8(files[`bearer-playground-${slug}/${path}`]!)
    const sources = [...textOf('servers.ts').matchAll(/import\('\.\/(.+?)'\)/g)]
    expect(sources).not.toEqual([])
    for (const [, source] of sources) expect(textOf(source!)).toContain('export default app')
    expect(textOf('security/bearer.ts')).toContain('export function oauth2PasswordBearer')
    const cases = [...textOf('test/contract.test.ts').matchAll(/from '\.\/(.+?)'/g)]
    expect(cases).toHaveLength(sources.length)
    for (const [, path] of cases) expect(textOf(`test/${path}`)).toContain('sentence: ')
    expect(textOf('README.md')).toContain('시작하기')
  },
)
