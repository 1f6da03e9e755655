/** The lessons' servers in this process: the baseline that every transport is held against. */

import type { Ask } from '../../lessons/contract/answer.ts'
import { requestFromWire, responseToWire } from '../../server/stage/wire.ts'
import { fetchInProcess } from '../support/in-process.ts'

export const askInProcess: Ask = async ({ method, path, headers, body }) => {
  const { href } = new URL(path, 'http://localhost')
  const bytes = body === null ? null : new TextEncoder().encode(body).buffer
  const response = await fetchInProcess(
    requestFromWire({ method, url: href, headers, body: bytes }),
  )
  const wire = await responseToWire(response)
  return { ...wire, body: wire.body ?? new ArrayBuffer(0) }
}
