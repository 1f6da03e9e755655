/** Each step alone at the root of a port, against bare `node:http` that does the same work. */

import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { quantile, report } from '../support.ts'
import { getBytes, serveBare, serveStep, throughput } from './load.ts'

const KEY = '09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7'
const ROUNDS = 25
const LOAD = { connections: 16, milliseconds: 250, status: 200 }

const jwt = await new SignJWT({ sub: 'johndoe' })
  .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
  .setExpirationTime('30m')
  .sign(new TextEncoder().encode(KEY))

test.each([
  { step: 'first-steps', path: '/items/', token: 'foobar' },
  { step: 'current-user', path: '/users/me', token: 'testtoken' },
  { step: 'password-flow', path: '/users/me', token: 'johndoe' },
  { step: 'jwt', path: '/users/me/', token: jwt },
])('$step', async ({ step, path, token }) => {
  const [ours, bare] = await Promise.all([serveStep(step), serveBare()])
  const request = getBytes(path, `Bearer ${token}`)
  const ratios: number[] = []
  // Warm, and in turns, so that what the machine does meanwhile befalls both.
  await throughput(ours.port, request, LOAD)
  await throughput(bare.port, request, LOAD)
  for (let round = 0; round < ROUNDS; round++) {
    const mine = await throughput(ours.port, request, LOAD)
    ratios.push(mine / (await throughput(bare.port, request, LOAD)))
  }
  ours.stop()
  bare.stop()
  expect(ratios).toHaveLength(ROUNDS)
  report(`${step} ${path}, requests against node:http`, quantile(ratios, 0.5).toFixed(2), '0.90')
})
