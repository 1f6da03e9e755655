/** Requests and responses as plain objects, so that they can cross to a worker and back. */

import type { HeaderList } from '../security/trace.ts'

/** A request as a structured clone can carry it. `url` is absolute. */
export interface WireRequest {
  method: string
  url: string
  headers: HeaderList
  body: ArrayBuffer | null
}

/** A response as a structured clone can carry it. */
export interface WireResponse {
  status: number
  headers: HeaderList
  body: ArrayBuffer | null
}

/** Whoever answers a request: the shipped step app, or later the learner's own. */
export type Responder = (request: WireRequest) => Promise<WireResponse>

/** Whether a value is a list of pairs of texts, as header lines are, and the fields of a form. */
export const isHeaderList = (value: unknown): value is HeaderList =>
  Array.isArray(value) &&
  value.every(
    (pair) =>
      Array.isArray(pair) && pair.length === 2 && pair.every((each) => typeof each === 'string'),
  )

/** Statuses that `Response` refuses a body for (Fetch standard, "null body status"). */
const NULL_BODY_STATUSES = new Set([101, 103, 204, 205, 304])

/** Takes a request apart; reads its body to the end. */
export async function requestToWire(request: Request): Promise<WireRequest> {
  const body = await request.arrayBuffer()
  return {
    method: request.method,
    url: request.url,
    headers: [...request.headers],
    body: body.byteLength > 0 ? body : null,
  }
}

/** Puts a request together. GET and HEAD lose their body: `Request` cannot hold one there. */
export function requestFromWire({ method, url, headers, body }: WireRequest): Request {
  const bodyless = method === 'GET' || method === 'HEAD'
  return new Request(url, { method, headers, body: bodyless ? null : body })
}

/** Takes a response apart; reads its body to the end. */
export async function responseToWire(response: Response): Promise<WireResponse> {
  const body = await response.arrayBuffer()
  return {
    status: response.status,
    headers: [...response.headers],
    body: body.byteLength > 0 ? body : null,
  }
}

/** Puts a response together. */
export function responseFromWire({ status, headers, body }: WireResponse): Response {
  return new Response(NULL_BODY_STATUSES.has(status) ? null : body, { status, headers })
}
