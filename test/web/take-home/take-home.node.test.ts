/** What a lesson is that somebody took home: it starts, answers, and proves its contract, and no longer once it is spoilt. */

import { describe, expect, test, vi } from 'vitest'
import { lessons } from '../../../lessons/all.ts'
import { portIn } from '../../server/support/built-server.ts'
import { askRaw } from '../../support/raw-http.ts'
import { filesOf, npm, unpacked } from './support/at-home.ts'

// A process that compiles its sources takes its time where others run.
vi.setConfig({ testTimeout: 120_000 })

const READY = /is ready at/

describe.each(lessons.map((lesson) => [lesson.slug, lesson] as const))('%s, at home', (_, lesson) => {
  test('its tests succeed', async () => {
    const { code, printed } = await npm(unpacked(await filesOf(lesson)), ['test']).ended
    expect(printed).toMatch(/^# pass [1-9]\d+$/m)
    expect(code, printed.slice(-4000)).toBe(0)
  })

  test('npm start answers on a port', async () => {
    const folder = unpacked(await filesOf(lesson))
    const ports = { PORT: '0', AUTH_PORT: '0' }
    const line = (await npm(folder, ['start'], ports).lines(READY, 1)).at(-1)!
    const { status } = await askRaw(portIn(line), { method: 'GET', path: '/openapi.json' })
    expect(status).toBe(200)
  })
})
