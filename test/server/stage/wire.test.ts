/** Requests and responses taken apart and put together: nothing is lost that the web's classes can hold. */

import { describe, expect, test } from 'vitest'
import {
  requestFromWire,
  requestToWire,
  responseFromWire,
  responseToWire,
  type WireRequest,
  type WireResponse,
} from '../../../server/stage/wire.ts'

const bytes = Uint8Array.from({ length: 256 }, (_, i) => i).buffer

const request = (method: string, body: ArrayBuffer | null): WireRequest => ({
  method,
  url: 'http://localhost/items/?a=%2F',
  headers: [
    ['authorization', 'Bearer caf\u00e9'],
    ['x-a', '1'],
  ],
  body,
})

describe('a request', () => {
  test.each([
    request('POST', bytes),
    request('PUT', bytes),
    request('DELETE', null),
    request('GET', null),
    request('HEAD', null),
    request('QUERY', bytes),
  ])('$method comes back as it was', async (wire) => {
    expect(await requestToWire(requestFromWire(structuredClone(wire)))).toEqual(wire)
  })

  test.each(['GET', 'HEAD'])('%s loses a body, which Request cannot hold there', (method) => {
    expect(requestFromWire(request(method, bytes)).body).toBeNull()
  })

  test('of an empty body has none', async () => {
    expect((await requestToWire(requestFromWire(request('POST', new ArrayBuffer(0))))).body).toBe(
      null,
    )
  })
})

describe('a response', () => {
  test.each<WireResponse>([
    { status: 200, headers: [['x-a', '1']], body: bytes },
    { status: 401, headers: [['www-authenticate', 'Bearer']], body: bytes },
    { status: 307, headers: [['location', '/items/']], body: null },
    { status: 204, headers: [], body: null },
    {
      status: 200,
      headers: [
        ['set-cookie', 'a=1'],
        ['set-cookie', 'b=2; Expires=Thu, 01 Jan 2026 00:00:00 GMT'],
      ],
      body: null,
    },
  ])('of $status with $headers comes back as it was', async (wire) => {
    expect(await responseToWire(responseFromWire(structuredClone(wire)))).toEqual(wire)
  })

  test.each([204, 205, 304])('of %i loses a body, which Response refuses there', (status) => {
    expect(responseFromWire({ status, headers: [], body: bytes }).body).toBeNull()
  })
})
