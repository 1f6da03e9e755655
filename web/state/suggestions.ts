/** What a server's own description suggests for the request being written. */

import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { isRecord, own } from './kinds.ts'
import type { Responder } from './responder.ts'

/** What can be chosen, the likeliest first. */
export interface Suggestions {
  /** Methods by path. */
  methods: Record<string, string[]>
  paths: string[]
  /** Names of header lines besides `Authorization`. */
  headers: string[]
}

/** A description that takes longer, in milliseconds, is of no use to whoever writes. */
const LIMIT = 5_000

const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'])

/** The descriptions of servers, each asked for once. */
export class Descriptions {
  private readonly send: Responder['send']
  /** By lesson and server; undefined while one is asked for. */
  private readonly known = new Map<string, Suggestions | undefined>()

  constructor(send: Responder['send']) {
    this.send = send
  }

  /** What a server suggests; undefined as long as it is not known. */
  of({ slug }: Lesson, server: string): Suggestions | undefined {
    return this.known.get(`${slug}/${server}`)
  }

  /** Asks a server for its description, unless it was asked before; whatever goes wrong is no affair of the learner. */
  async ask(lesson: Lesson, server: string): Promise<void> {
    const key = `${lesson.slug}/${server}`
    if (this.known.has(key)) return
    this.known.set(key, undefined)
    const draft: RequestDraft = {
      server,
      method: 'GET',
      path: '/openapi.json',
      headers: [],
      body: '',
    }
    try {
      const sent = await this.send(draft, { lesson, signal: AbortSignal.timeout(LIMIT) })
      this.known.set(key, suggestionsIn(JSON.parse(sent.response.body)))
    } catch {
      // Another time, perhaps.
      this.known.delete(key)
    }
  }
}

/** Reads suggestions out of an OpenAPI document, version 3; of what it is not, none. */
export function suggestionsIn(document: unknown): Suggestions {
  const routes = isRecord(document) && isRecord(document['paths']) ? document['paths'] : {}
  const methods: Suggestions['methods'] = {}
  const headers = new Set<string>()
  for (const [path, item] of Object.entries(routes)) {
    if (!isRecord(item)) continue
    const operations = Object.entries(item).filter(([method]) => METHODS.has(method))
    methods[path] = operations.map(([method]) => method.toUpperCase())
    for (const [, operation] of operations) {
      if (isRecord(operation)) headersOf(operation).forEach((name) => headers.add(name))
    }
  }
  return { methods, paths: Object.keys(methods), headers: [...headers] }
}

function headersOf({ parameters, requestBody }: Record<string, unknown>): string[] {
  const named = (Array.isArray(parameters) ? parameters : [])
    .filter(isRecord)
    .filter((parameter) => parameter['in'] === 'header')
    .map(({ name }) => String(name))
  return requestBody ? ['Content-Type', ...named] : named
}

/** The methods to choose from for a path: those it is described with, else those of all paths. */
export function methodsFor(path: string, { methods }: Suggestions): string[] {
  const described = own(methods, path.replace(/\?.*$/s, ''))
  return described ?? [...new Set(Object.values(methods).flat())]
}
