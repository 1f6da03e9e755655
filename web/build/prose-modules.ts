/** Writes a lesson's prose as modules of static templates: what is read first, and what is loaded later. */

import type { ParsedPage, ParsedProse } from './parse-prose.ts'

/** The pages that have checks: they say much, and are loaded when one of them is opened. */
export function codePages({ pages }: ParsedProse): ParsedProse['pages'] {
  const found = Object.entries(pages).filter(([, { checks }]) => Object.keys(checks).length > 0)
  return Object.fromEntries(found)
}

/**
 * Writes the module whose default export is the prose, each rich text one static template.
 *
 * @param file the lesson's file, from which more is loaded when it is asked for.
 */
export function proseModule(prose: ParsedProse, file: string): string {
  const { title, pages, participants, flow, attacks } = prose
  const later = Object.values(codePages(prose))
  const members = [
    ['title', JSON.stringify(title)],
    [
      'pages',
      literal(pages, (page) =>
        later.includes(page) ? titleLiteral(page) : pageLiteral(page, false),
      ),
    ],
    ['participants', JSON.stringify(participants)],
    ['flow', literal(flow, titledLiteral)],
    ['attacks', literal(attacks, titledLiteral)],
    ['help', laterModule(`${file}?help`)],
    ['notes', laterModule(`${file}?notes`)],
    ...(later.length > 0 ? [['code', laterModule(`${file}?code`)] as const] : []),
  ]
  const body = members.map(([name, value]) => `  ${name}: ${value},\n`).join('')
  return `import { html } from 'lit'\n\nexport default {\n${body}}\n`
}

const laterModule = (file: string) =>
  `() => import(${JSON.stringify(file)}).then((module) => module.default)`

/** A page of which no more is known yet. */
const titleLiteral = ({ title }: ParsedPage) => `{ title: ${JSON.stringify(title)} }`

function titledLiteral({ title, text }: ParsedProse['flow'][string]): string {
  return `{ title: ${JSON.stringify(title)}, text: ${template(text)} }`
}

export function pageLiteral(page: ParsedPage, isHelped = true): string {
  const { title, options, parts, checks, fails, ...others } = page
  const { hints: _hints, solution: _solution, after: _after, ...texts } = others
  const written = Object.entries(texts).map(([name, html]) => `${name}: ${template(html)}`)
  return `{ ${[
    `title: ${JSON.stringify(title)}`,
    ...written,
    `options: ${literal(options, template)}`,
    `parts: ${literal(parts, template)}`,
    `checks: ${literal(checks, template)}`,
    `fails: ${literal(fails, template)}`,
    ...(isHelped ? [helpOf(page)] : []),
  ].join(', ')} }`
}

/** A page's hints, its solution, and what to take from it. */
function helpOf({ hints, solution, after }: ParsedPage): string {
  const texts = Object.entries({ solution, after }).flatMap(([name, text]) =>
    text === undefined ? [] : `${name}: ${template(text)}`,
  )
  return [`hints: [${hints.map(template).join(', ')}]`, ...texts].join(', ')
}

/** Writes the module that has what helps who is stuck. */
export function helpModule({ pages, detectors }: ParsedProse): string {
  const helped = literal(pages, (page) => `{ ${helpOf(page)} }`)
  return `import { html } from 'lit'\n\nexport default { pages: ${helped}, detectors: ${literal(detectors, template)} }\n`
}

export function literal<Value>(
  values: Record<string, Value>,
  write: (value: Value) => string,
): string {
  const entries = Object.entries(values)
  return `{ ${entries.map(([id, value]) => `${JSON.stringify(id)}: ${write(value)}`).join(', ')} }`
}

export function template(html: string): string {
  return `html\`${html.replace(/[\\`]|\$\{/g, '\\$&')}\``
}
