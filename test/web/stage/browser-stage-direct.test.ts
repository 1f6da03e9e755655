/** The way round the service worker: the page hands its requests to the worker itself. */

import { afterEach, expect, test, vi } from 'vitest'
import type { Responder, WireRequest } from '../../../server/stage/wire.ts'
import { OK, stageOf } from './fake-stage.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const ask = (responder: Responder, request: Request) => stageOf({ responder }).stage.fetch(request)

test('a request reaches the worker as it is, and its answer the page', async () => {
  const asked: WireRequest[] = []
  const responder: Responder = async (wire) => {
    asked.push(wire)
    const body = new TextEncoder().encode('{"a":1}').buffer
    return { status: 418, headers: [['x-a', 'b']], body }
  }
  const request = new Request('https://a.example/x?y', {
    method: 'PUT',
    headers: { 'x-b': 'c' },
    body: new TextEncoder().encode('body'),
  })
  const response = await ask(responder, request)

  const [{ body, ...wire }] = asked as [WireRequest]
  expect(wire).toEqual({ method: 'PUT', url: 'https://a.example/x?y', headers: [['x-b', 'c']] })
  expect(new TextDecoder().decode(body!)).toBe('body')
  expect(response.status).toBe(418)
  expect([...response.headers]).toEqual([['x-a', 'b']])
  expect(await response.text()).toBe('{"a":1}')
  expect(response.finalUrl).toBeUndefined()
})

test('a request does not touch the network', async () => {
  const network = vi.fn()
  vi.stubGlobal('fetch', network)
  await ask(OK, new Request('https://a.example/'))
  expect(network).not.toHaveBeenCalled()
})

test.each([307, 308])('a redirect of %i is followed with its method and body', async (status) => {
  const asked: WireRequest[] = []
  const responder: Responder = async (wire) => {
    asked.push(wire)
    const redirect = new URL(wire.url).pathname === '/x'
    return redirect
      ? { status, headers: [['location', '/x/?y=1']], body: null }
      : { status: 200, headers: [], body: null }
  }
  const request = new Request('https://a.example/x', {
    method: 'POST',
    headers: { authorization: 'Bearer foobar' },
    body: new TextEncoder().encode('body'),
  })
  const response = await ask(responder, request)
  expect(response.status).toBe(200)
  expect(response.finalUrl).toBe('https://a.example/x/?y=1')
  expect(asked[1]).toEqual({ ...asked[0], url: 'https://a.example/x/?y=1' })
})

test('a redirect without a target is given as it is', async () => {
  const responder: Responder = async () => ({ status: 307, headers: [], body: null })
  expect((await ask(responder, new Request('https://a.example/'))).status).toBe(307)
})

test('redirects are given up after twenty redirects, as a browser does', async () => {
  const responder = vi.fn<Responder>(async () => ({
    status: 307,
    headers: [['location', '/again']],
    body: null,
  }))
  await expect(ask(responder, new Request('https://a.example/'))).rejects.toThrow(TypeError)
  expect(responder).toHaveBeenCalledTimes(21)
})

test('a request fails when the worker breaks', async () => {
  const failure = new Error('worker failed')
  const broken: Responder = () => Promise.reject(failure)
  await expect(ask(broken, new Request('https://a.example/'))).rejects.toBe(failure)
})
