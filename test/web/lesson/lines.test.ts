/** Where the lines of the lessons' text end: never between a word and its particle, nor a number and its unit. */

import { ContextProvider } from '@lit/context'
import { html, render, type TemplateResult } from 'lit'
import { expect, onTestFinished, test } from 'vitest'
import type { Prose } from '../../../web/lesson/prose.ts'
import { lessonContext } from '../../../web/lesson/lesson-context.ts'
import '../../../web/lesson/prose-elements.ts'
import '../../../web/lesson/term.ts'
import { base } from '../../../web/kit/base.ts'
import { prose as proseStyles } from '../../../web/kit/prose-styles.ts'
import { BOTH, rendered } from '../../support/fixture.ts'
import { emptyContext } from '../../support/lesson-context.ts'

/** The lesson's column at its narrowest, on a phone, beside the other columns, on a wide screen, and on a projector. */
const WIDTHS = [232, 300, 358, 420, 560]

const notes = import.meta.glob<{ default: TemplateResult }>('../../../lessons/*/{en,ko}.md', {
  eager: true,
  query: '?notes',
})
const learned = import.meta.glob<{ default: TemplateResult }>('../../../lessons/*/{en,ko}.md', {
  eager: true,
  query: '?learned',
})
const files = import.meta.glob<{ default: Prose }>('../../../lessons/*/{en,ko}.md', { eager: true })

/** What begins no line: a unit, or what is counted. */
const UNIT = /^(?:ms|min|s|h|kB|KiB|MB)(?![\p{L}\p{N}])/u
const COUNTED = /(?:^|[^\p{L}])(?:lessons?|레슨|RFC)\s$/iu

test.each(BOTH)(
  'in $language no line begins with a particle or a unit',
  async ({ language, words }) => {
    const place = document.createElement('div')
    place.lang = language
    document.body.append(place)
    onTestFinished(() => place.remove())
    const provider = new ContextProvider(place, {
      context: lessonContext,
      initialValue: { ...emptyContext, words },
    })
    onTestFinished(() => provider.clearCallbacks())
    const root = place.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [base, proseStyles].flatMap(({ styleSheet }) => styleSheet ?? [])
    const inLanguage = <Value>(all: Record<string, { default: Value }>) =>
      Object.entries(all)
        .filter(([file]) => file.includes(`/${language}.md`))
        .map(([, { default: value }]) => value)
    const texts = [
      ...(await Promise.all(inLanguage(files).map(textsOf))).flat(),
      ...inLanguage(learned),
      ...inLanguage(notes),
    ]
    expect(texts.length).toBeGreaterThan(300)
    render(html`${texts.map((text) => html`<div>${text}</div>`)}`, root)
    await rendered()
    await document.fonts.ready
    for (const width of WIDTHS) {
      place.style.width = `${width}px`
      const wrong = [...root.children].flatMap(brokenLinesIn)
      expect({ width, wrong: [...new Set(wrong)] }).toEqual({ width, wrong: [] })
    }
  },
)

test('a particle that a line ends before is found', () => {
  const place = document.createElement('div')
  onTestFinished(() => place.remove())
  Object.assign(place.style, { width: '1px', overflowWrap: 'normal' })
  place.lang = 'ko'
  place.innerHTML = '(a)라고 28 ms 레슨 2 예(b'
  document.body.append(place)
  expect(brokenLinesIn(place)).toEqual(['(a) ⏎ 라고', '28 ⏎ ms', '레슨 ⏎ 2', '예 ⏎ (b'])
})

async function textsOf({
  pages,
  flow,
  attacks,
  help,
  code = async () => ({}),
}: Prose): Promise<TemplateResult[]> {
  const { detectors, pages: helped } = await help()
  const whole = Object.entries({ ...pages, ...(await code()) })
  return [
    ...whole.flatMap(([id, { text, ask, options, parts, checks, fails }]) => {
      const { hints = [], solution, after } = helped[id] ?? {}
      return [
        text,
        ask,
        ...Object.values(options),
        ...Object.values(parts),
        ...Object.values(checks),
        ...Object.values(fails),
        ...hints,
        solution,
        after,
      ].filter((one) => one !== undefined)
    }),
    ...[...Object.values(flow), ...Object.values(attacks)].map(({ text }) => text),
    ...Object.values(detectors),
  ]
}

/** The ends of lines that are in the wrong place, each with the word before and behind it. */
function brokenLinesIn(place: Element): string[] {
  const found: string[] = []
  let before: { node: Text; text: string } | undefined
  for (const node of textsIn(place)) {
    // Long code breaks where it must.
    const isCode = node.parentElement?.closest('pre, code') !== null
    for (let at = 0; at < node.length; at++) {
      const ahead = node.data.slice(at)
      const text = at === 0 ? (before?.text ?? '') : node.data.slice(0, at)
      const last = at === 0 ? before?.node : node
      // Inside a word of Hangul alone, no line ends: the page says so.
      const isPlain = at > 0 && /\p{Script=Hangul}$/u.test(text)
      if (isCode || !last || (isPlain && node.data[at] !== '(') || !isTogether(text, ahead))
        continue
      const [end, start] = [boxOf(last, text.trimEnd().length - 1), boxOf(node, at)]
      const word = /\S+\s*$/.exec(text)?.[0].trim()
      if (start.top > end.bottom - 2) found.push(`${word} ⏎ ${/^\S+/.exec(ahead)?.[0]}`)
    }
    before = { node, text: node.data }
  }
  return found
}

function* textsIn(place: Element): Generator<Text> {
  const nodes = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
  for (let node; (node = nodes.nextNode());) yield node as Text
}

/** Where a character is; one that takes no room is where the one before it is. */
function boxOf(node: Text, at: number): DOMRect {
  const range = document.createRange()
  range.setStart(node, at)
  range.setEnd(node, at + 1)
  const box = range.getBoundingClientRect()
  return box.width === 0 && at > 0 ? boxOf(node, at - 1) : box
}

/** Whether no line is to end between what a text ends with and what follows. */
function isTogether(before: string, ahead: string): boolean {
  const isInsideWord = /\S$/.test(before) && /^\u2060?\p{Script=Hangul}/u.test(ahead)
  const isBracket = /\p{Script=Hangul}\u2060?$/u.test(before) && /^\u2060?\(/.test(ahead)
  const isUnit = /\d\s$/.test(before) && UNIT.test(ahead)
  return isInsideWord || isBracket || isUnit || (COUNTED.test(before) && /^\d/.test(ahead))
}
