/** The rows of the lessons' contracts as cases that somebody can take home: plain data, written as TypeScript. */

import { dirname, join } from 'node:path'
import { type Plugin, runnerImport } from 'vite'
import type { Row } from '../../lessons/contract/row.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import type { Case } from '../../server/node/check-cases.ts'
import { CLOCK_HEADER, timeOf } from '../../server/stage/clock.ts'
import { literal } from './literal.ts'
import { queryModule } from './query-module.ts'

/** Makes `import cases from './rows.ts?cases'` give the text of each server's cases, by the server's path in its lesson. */
export function homeCases(): Plugin {
  return queryModule('?cases', async (file) => {
    const manifest = join(dirname(file), '../lesson.ts')
    const lesson = await run<{ default: Lesson }>(manifest)
    const rows = await run<Record<string, unknown>>(file)
    const value = textsOf(lesson.module.default, Object.values(rows.module).flatMap(rowsIn))
    return { value, files: [file, ...rows.dependencies, ...lesson.dependencies] }
  })
}

const run = <Module>(file: string) => runnerImport<Module>(file, { configFile: false })

/** The rows that a module exports, beside its constants. */
const rowsIn = (exported: unknown): Row[] => (Array.isArray(exported) ? (exported as Row[]) : [])

function textsOf({ slug, servers }: Lesson, rows: readonly Row[]): Record<string, string> {
  const prefixes = Object.values(servers)
    .map(({ path }) => ({ path, prefix: `/lessons/${slug}/${path}` }))
    // One server may stand below another's path: the longest is the nearest.
    .sort((one, other) => other.path.length - one.path.length)
  const cases = new Map<string, Case[]>()
  for (const row of rows) {
    const server = prefixes.find(({ prefix }) => row.path.startsWith(`${prefix}/`))
    const made = server && caseOf(row, server.prefix)
    if (made) cases.set(server.path, [...(cases.get(server.path) ?? []), made])
  }
  return Object.fromEntries([...cases].map(([path, list]) => [path, textOf(list)]))
}

/** A row as a case of a server that stands alone; undefined where it is about the playground around it. */
function caseOf(row: Row, prefix: string): Case | undefined {
  const { method, body, headers, expected } = row
  const probe = new Request('http://localhost', {
    headers: headers.filter(([name]) => name.toLowerCase() === CLOCK_HEADER),
  })
  const time = timeOf(probe)
  const isBodyless = method === 'GET' || method === 'HEAD'
  // A time that is none is refused by the playground; a GET with a body is nothing that `Request` can hold.
  if (time === null || (isBodyless && body !== null)) return undefined
  const path = row.path.slice(prefix.length)
  const sent = headers.filter(([name]) => name.toLowerCase() !== CLOCK_HEADER)
  return {
    sentence: row.sentence.replace(row.path, path).replace(prefix, ''),
    request: {
      ...(method !== 'GET' && { method }),
      path,
      ...(sent.length > 0 && { headers: sent }),
      ...(body !== null && { body }),
    },
    ...(time && { now: time.toISOString() }),
    answer: answerOf(expected, prefix),
  }
}

function answerOf(expected: Row['expected'], prefix: string): Case['answer'] {
  const { status, type, challenge, location, allow, cache, json, says = [] } = expected
  const headers = Object.entries({
    'content-type': type,
    'www-authenticate': challenge,
    location: location === null ? null : location.replace(prefix, ''),
    allow,
    'cache-control': cache,
  }).filter((entry): entry is [string, string] => entry[1] !== null)
  const cookies = expected.cookies.map((line) => line.replace(`Path=${prefix}/`, 'Path=/'))
  const calls = expected.called.map(({ asked, authorization, body, status }) => ({
    request: asked,
    ...(authorization !== undefined && { authorization }),
    ...(body !== '' && { body }),
    status: status!,
  }))
  return {
    status,
    ...(headers.length > 0 && { headers: Object.fromEntries(headers) }),
    ...(json !== undefined && { json }),
    ...(says.length > 0 && { says }),
    ...(expected.empty && { empty: true as const }),
    ...(cookies.length > 0 && { cookies }),
    ...(calls.length > 0 && { calls }),
  }
}

const textOf = (cases: readonly Case[]): string =>
  [
    '/** What the server promises: each case is a request, and the answer that it must get. */',
    '',
    "import type { Case } from '../node/check-cases.ts'",
    '',
    `export default ${literal(cases)} satisfies Case[]`,
    '',
  ].join('\n')
