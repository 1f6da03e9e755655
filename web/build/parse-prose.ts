/** Reads a lesson's `en.md` or `ko.md`, and refuses what the page could not show. */

import type { TemplateResult } from 'lit'
import type { PageProse, Prose } from '../lesson/prose.ts'
import { keepTogether } from './keep-together.ts'
import { checkInline, type Fail, lineOf, markdown } from './lesson-markup.ts'
import { type Branch, byId, grouped, record, type Section, sectionsOf } from './lesson-sections.ts'

/** A lesson's prose before it is a module: every template is its HTML. */
export type ParsedProse = Rendered<Omit<Prose, 'notes' | 'code' | 'help' | 'pages'>> & {
  pages: Record<string, ParsedPage>
  /** One answer for each wrong attempt, by detector id. */
  detectors: Record<string, string>
  notes: string
  /** What the lesson taught, for the course on one page: a list. */
  learned: string
  /** What the lesson shows, in one sentence, for the start page: plain text. */
  promise: string
}

type Rendered<Value> = Value extends TemplateResult
  ? string
  : Value extends object
    ? { [Key in keyof Value]: Rendered<Value[Key]> }
    : Value

export type ParsedPage = Rendered<Required<Pick<PageProse, 'hints'>> & PageProse>

const PARTS_OF_A_LESSON = ['participants', 'flow', 'attacks', 'detectors', 'learned', 'notes']

/**
 * Reads a lesson's prose.
 *
 * Whether its ids are those of the lesson's manifest is for the tests to say: the build reads no manifest.
 *
 * @param file the name that errors give.
 * @throws Error, as `file:line: what is wrong`, where the text leaves the grammar of lessons.
 */
export function parseProse(text: string, file: string): ParsedProse {
  const fail: Fail = (line, message) => {
    throw new Error(`${file}:${line}: ${message}`)
  }
  const tokens = markdown.parse(text, {})
  checkInline(tokens, fail)
  keepTogether(tokens)

  const [lesson, ...parts] = grouped(sectionsOf(tokens, fail), 1, fail)
  if (!lesson) return fail(1, 'a lesson starts with its title, "# …"')
  if (lesson.id) fail(lesson.line, 'the lesson starts with its title, which has no id')
  if (lesson.title === '') fail(lesson.line, 'the lesson has no title')

  const known = byId(parts, fail)
  for (const { id, line } of parts) {
    if (!PARTS_OF_A_LESSON.includes(id ?? '')) fail(line, `unknown part of a lesson: "${id}"`)
  }
  const part = (id: string): Branch =>
    known.get(id) ?? fail(text.split('\n').length, `the part "# ${id} {#${id}}" is missing`)
  const partsIn = (id: string) =>
    known.has(id) ? partsOf(part(id), fail) : new Map<string, Branch>()

  const pages = grouped(lesson.branches, 2, fail)
  if (pages.length === 0) fail(lesson.line, 'the lesson has no pages')
  const notes = part('notes')
  if (notes.branches[0]) fail(notes.branches[0].line, 'the notes have no headings of their own')
  return {
    title: lesson.title,
    promise: promiseOf(lesson, fail),
    pages: record(byId(pages, fail), (page) => pageOf(page, fail)),
    participants: known.has('participants') ? participantsOf(part('participants'), fail) : {},
    flow: record(partsIn('flow'), (step) => titled(step, 'step', fail)),
    attacks: record(partsIn('attacks'), (attack) => titled(attack, 'attack', fail)),
    detectors: record(partsIn('detectors'), (detector) => phrase(detector, fail)),
    learned: listOf(part('learned'), fail),
    notes: blocks(notes, fail),
  }
}

function pageOf(page: Branch, fail: Fail): ParsedPage {
  const found = new Map<string, Section[]>()
  for (const section of page.branches) {
    const [word = '', id, ...rest] = section.title.split(/\s+/)
    const named = ['option', 'part', 'check', 'fails'].includes(word)
    const known = named || ['ask', 'hint', 'solution', 'after'].includes(word)
    if (!known || section.id || rest.length > 0 || (!named && id)) {
      fail(section.line, `unknown heading "### ${section.title}"`)
    }
    if (named && !/^[a-z][a-z0-9-]*$/.test(id ?? ''))
      fail(section.line, `"### ${word}" needs an id`)
    found.set(word, [...(found.get(word) ?? []), { ...section, id }])
  }
  const many = (word: string) => found.get(word) ?? []
  const once = (word: string) => {
    const [first, second] = many(word)
    if (second) fail(second.line, `"### ${word}" occurs twice on page "${page.id}"`)
    return first && blocks(first, fail)
  }
  const ask = once('ask')
  const solution = once('solution')
  const after = once('after')
  const hints = many('hint')
  const options = many('option')
  const parts = many('part')
  const checks = many('check')
  const fails = many('fails')

  if (found.size > 0) {
    const lacks = (what: string) => fail(page.line, `task "${page.id}" has no "### ${what}"`)
    // It may have neither options nor parts: then something is read by hand.
    if (ask === undefined) lacks('ask')
    if (hints.length === 0) lacks('hint')
    if (solution === undefined) lacks('solution')
    if (after === undefined) lacks('after')
  }
  if (options[0] && parts[0]) fail(parts[0].line, `task "${page.id}" has options and parts`)
  return {
    title: page.title || fail(page.line, `page "${page.id}" has no title`),
    text: blocks(page, fail),
    ...(ask !== undefined && { ask }),
    options: record(byId(options, fail), (option) => phrase(option, fail)),
    parts: record(byId(parts, fail), (section) => phrase(section, fail)),
    checks: record(byId(checks, fail), (section) => phrase(section, fail)),
    fails: record(byId(fails, fail), (section) => phrase(section, fail)),
    hints: hints.map((hint) => blocks(hint, fail)),
    ...(solution !== undefined && { solution }),
    ...(after !== undefined && { after }),
  }
}

/** Reads `- id: Name`, one a line. */
function participantsOf(section: Branch, fail: Fail): Record<string, string> {
  if (section.branches[0]) fail(section.branches[0].line, 'the participants are a plain list')
  const names: Record<string, string> = {}
  for (const token of section.tokens) {
    if (token.type !== 'inline') continue
    const line = lineOf(token, section.line)
    const [, id, name] = /^([a-z][a-z0-9-]*): (\S.*)$/.exec(token.content) ?? []
    if (!id || !name) return fail(line, `a participant is "- id: Name", not "${token.content}"`)
    if (id in names) fail(line, `id "${id}" occurs twice`)
    names[id] = name
  }
  if (Object.keys(names).length === 0) fail(section.line, 'there are no participants')
  return names
}

/** The paragraph below the lesson's title. */
function promiseOf({ tokens, line }: Section, fail: Fail): string {
  const [start, inline, , more] = tokens
  if (start?.type !== 'paragraph_open' || !inline) {
    return fail(
      line,
      'below the title stands one sentence, for the start page: what the lesson shows',
    )
  }
  if (more) return fail(lineOf(more, line), 'one paragraph stands below the title, and no more')
  const children = inline.children ?? []
  if (children.some(({ type }) => type !== 'text' && type !== 'softbreak')) {
    fail(lineOf(inline, line), 'what stands below the title is plain text')
  }
  return children.map(({ type, content }) => (type === 'softbreak' ? ' ' : content)).join('')
}

/** A section that is a list and nothing else. */
function listOf(section: Branch, fail: Fail): string {
  const { tokens, branches, line } = section
  const isList =
    tokens[0]?.type === 'bullet_list_open' && tokens.at(-1)?.type === 'bullet_list_close'
  const lists = tokens.filter(({ type, level }) => type === 'bullet_list_open' && level === 0)
  if (!isList || lists.length > 1 || branches[0]) fail(line, `"${nameOf(section)}" is one list`)
  return blocks(section, fail)
}

/** A section with a title and one paragraph. */
function titled(section: Branch, kind: string, fail: Fail) {
  return {
    title: section.title || fail(section.line, `${kind} "${section.id}" has no title`),
    text: phrase(section, fail),
  }
}

/** The sections of the flow, of the attacks or of the detectors, by id. */
function partsOf(part: Branch, fail: Fail): Map<string, Branch> {
  expectEmpty(part, fail)
  const parts = grouped(part.branches, 2, fail)
  const deeper = parts.find(({ branches }) => branches.length > 0)?.branches[0]
  if (deeper) fail(deeper.line, `unknown heading "### ${deeper.title}"`)
  return byId(parts, fail)
}

/** A section's text as HTML blocks. */
function blocks(section: Section, fail: Fail): string {
  if (section.tokens.length === 0) fail(section.line, `nothing is said under "${nameOf(section)}"`)
  return markdown.renderer.render(section.tokens, markdown.options, {}).trim()
}

/** A section's only paragraph as inline HTML, to stand inside a label or a sentence's own box. */
function phrase(section: Section, fail: Fail): string {
  const [start, inline, , more] = section.tokens
  if (start?.type !== 'paragraph_open' || !inline || more) {
    return fail(section.line, `"${nameOf(section)}" is one paragraph`)
  }
  return markdown.renderer.render([inline], markdown.options, {}).trim()
}

function expectEmpty({ tokens, line, ...section }: Section, fail: Fail): void {
  if (tokens[0]) fail(lineOf(tokens[0], line), `text under "${nameOf(section)}" has no place`)
}

const nameOf = ({ title, id }: Pick<Section, 'title' | 'id'>): string => title || id || ''
