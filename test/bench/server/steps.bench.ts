/** Each step alone at the root of a port, against bare `node:http` that does the same work, and against its twin in Python. */

import { SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveTwins, type Twins } from '../../server/twins/serve.ts'
import { fastApiPython } from '../../support/find-python.ts'
import { quantile, report } from '../support.ts'
import { getBytes, serveBare, serveStep, throughput } from './load.ts'

const KEY = '09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7'
const ROUNDS = 25
const LOAD = { connections: 16, milliseconds: 250, status: 200 }

const jwt = await new SignJWT({ sub: 'johndoe' })
  .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
  .setExpirationTime('30m')
  .sign(new TextEncoder().encode(KEY))

const STEPS = [
  { step: 'first-steps', app: '1-first-steps/app.ts', path: '/items/', token: 'foobar' },
  { step: 'current-user', app: '2-current-user/app.ts', path: '/users/me', token: 'testtoken' },
  { step: 'password-flow', app: '3-password-flow/app.ts', path: '/users/me', token: 'johndoe' },
  { step: 'jwt', app: '4-jwt/app.ts', path: '/users/me/', token: jwt },
]

/** Where there is no Python with FastAPI, nothing is said of it. */
let twins: Twins | undefined

beforeAll(async () => {
  const python = fastApiPython()
  const served = Object.fromEntries(STEPS.map(({ step, app }) => [step, { step: app }]))
  if (python) twins = await serveTwins(python, served, Date.now() / 1000)
})
afterAll(async () => {
  await twins?.close()
})

test.each(STEPS)('$step', async ({ step, path, token }) => {
  const [ours, bare] = await Promise.all([serveStep(step), serveBare()])
  const request = getBytes(path, `Bearer ${token}`)
  const others = { bare: bare.port, twin: twins?.ports[step] }
  const ratios: Record<keyof typeof others, number[]> = { bare: [], twin: [] }
  // Warm, and in turns, so that what the machine does meanwhile befalls all.
  for (let round = -1; round < ROUNDS; round++) {
    const mine = await throughput(ours.port, request, LOAD)
    for (const name of ['bare', 'twin'] as const) {
      const port = others[name]
      if (port === undefined) continue
      const theirs = await throughput(port, request, LOAD)
      if (round >= 0) ratios[name].push(mine / theirs)
    }
  }
  ours.stop()
  bare.stop()
  expect(ratios.bare).toHaveLength(ROUNDS)
  const said = (name: keyof typeof others) => quantile(ratios[name], 0.5).toFixed(2)
  report(`${step} ${path}: requests a second against node:http`, said('bare'), '0.90')
  if (!twins) return
  const { fastapi = '' } = twins.versions
  report(`${step} ${path}: against its twin for FastAPI ${fastapi}`, said('twin'), '1')
})
