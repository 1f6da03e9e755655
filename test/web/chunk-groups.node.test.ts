/** What the build puts into one file is named by paths, and a module that moves would fall out of its group unseen. */

import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { GROUPED, modulesAt } from '../../web/build/chunk-groups.ts'

const modules = ['web', 'lessons', 'server'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' }).map(
    (file) => `/${room}/${file.replaceAll('\\', '/')}`,
  ),
)

test.each(Object.entries(GROUPED))('each path of the group "%s" is of a module', (_, paths) => {
  const stale = paths.filter((path) => !modules.some((module) => modulesAt(path).test(module)))
  expect(stale).toEqual([])
})
