/** A lesson's file cut at its headings. */

import type { Token } from 'markdown-it'
import { type Fail, lineOf } from './lesson-markup.ts'

/** A heading and what stands below it, up to the next heading. */
export interface Section {
  depth: number
  title: string
  id: string | undefined
  line: number
  tokens: Token[]
}

/** A section with the sections one step deeper that follow it. */
export interface Branch extends Section {
  branches: Section[]
}

/** Cuts a file at its headings. */
export function sectionsOf(tokens: Token[], fail: Fail): Section[] {
  const sections: Section[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const line = lineOf(token, 1)
    const current = sections.at(-1)
    if (token.type !== 'heading_open') {
      if (!current) fail(line, 'nothing may stand before the title')
      current?.tokens.push(token)
      continue
    }
    const depth = Number(token.tag.slice(1))
    if (depth > 3 || token.level > 0)
      fail(line, 'a heading of this kind has no meaning in a lesson')
    const inline = tokens[i + 1]!
    if (inline.children?.some(({ type }) => type !== 'text')) fail(line, 'a heading is plain text')
    const content = inline.children?.map((child) => child.content).join('') ?? ''
    const [, title = '', id] = /^(.*?)\s*(?:\{#([a-z][a-z0-9-]*)\})?$/.exec(content) ?? []
    sections.push({ depth, title, id, line, tokens: [] })
    // The heading's text and its end.
    i += 2
  }
  return sections
}

/** Puts every section deeper than `depth` below the section of that depth before it. */
export function grouped(sections: Section[], depth: number, fail: Fail): Branch[] {
  const branches: Branch[] = []
  for (const section of sections) {
    const parent = branches.at(-1)
    if (section.depth === depth) branches.push({ ...section, branches: [] })
    else if (parent) parent.branches.push(section)
    else
      fail(
        section.line,
        `"${section.title}" stands too deep: a heading of depth ${depth} is missing`,
      )
  }
  return branches
}

export function byId<Part extends Section>(sections: Part[], fail: Fail): Map<string, Part> {
  const known = new Map<string, Part>()
  for (const section of sections) {
    const id = section.id ?? fail(section.line, `"${section.title}" has no id, {#…}`)
    if (known.has(id)) fail(section.line, `id "${id}" occurs twice`)
    known.set(id, section)
  }
  return known
}

export function record<Part, Value>(parts: Map<string, Part>, make: (part: Part) => Value) {
  return Object.fromEntries([...parts].map(([id, part]): [string, Value] => [id, make(part)]))
}
