/** What is weak on purpose is for this machine alone. */

import { expect, test, vi } from 'vitest'
import { lessons } from '../../lessons/all.ts'
import { askRaw } from '../support/raw-http.ts'
import { portIn, startBuilt } from './support/built-server.ts'

vi.setConfig({ testTimeout: 30_000 })

const weak = lessons.flatMap(({ slug, servers }) =>
  Object.values(servers).flatMap((server) =>
    server.weak ? [`/lessons/${slug}/${server.path}/openapi.json`] : [],
  ),
)

test('there is something weak to look at', () => {
  expect(weak).not.toEqual([])
})

test.each([
  ['127.0.0.1', 200],
  ['0.0.0.0', 404],
])('a playground that listens on %s answers %i for what is weak', async (HOST, status) => {
  const port = portIn(await startBuilt({ PORT: '0', HOST }).ready)
  for (const path of weak) {
    expect((await askRaw(port, { method: 'GET', path })).status, path).toBe(status)
  }
})
