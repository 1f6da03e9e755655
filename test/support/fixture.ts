/** One element of the page by itself: put up, read through its shadow trees, and judged by axe. */

import axe from 'axe-core'
import type { LitElement } from 'lit'
import { expect, onTestFinished } from 'vitest'
import { page } from 'vitest/browser'
import '../../web/kit/theme.css'
import { en, type Words } from '../../web/words/en.ts'
import { everyWay } from './every-way.ts'
import { ko } from '../../web/words/ko.ts'
import { tokenReasonWords } from '../../web/words/token-reasons.ts'

/** Both languages, as rows of a table. */
/** The words that a lesson with tokens has. */
export const withTokenReasons = (words: Words): Words => ({
  ...words,
  because: { ...words.because, ...tokenReasonWords[words.id] },
})

export const BOTH: { language: string; words: Words }[] = [
  { language: 'en', words: withTokenReasons(en) },
  { language: 'ko', words: withTokenReasons(ko) },
]

type LitTag = {
  [Tag in keyof HTMLElementTagNameMap]: HTMLElementTagNameMap[Tag] extends LitElement ? Tag : never
}[keyof HTMLElementTagNameMap]

/** Puts an element on the page until the test is over, with the given properties. */
export async function mount<Tag extends LitTag>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): Promise<HTMLElementTagNameMap[Tag]> {
  const element = Object.assign(document.createElement(tag), properties)
  // Where the page has it: outside of it, a header would be the page's.
  const main = document.createElement('main')
  main.append(element)
  document.body.append(main)
  onTestFinished(() => main.remove())
  await rendered()
  return element
}

/** Waits until elements inside elements have rendered too. */
export const rendered = (): Promise<unknown> => new Promise(requestAnimationFrame)

type Role = Parameters<typeof page.getByRole>[0]
type RoleOptions = Parameters<typeof page.getByRole>[1]

/** What has a role below an element, by its whole name where one is given: as a person finds it, with a screen reader too. */
export const byRole = <Found extends HTMLElement = HTMLElement>(
  root: Element,
  role: Role,
  name?: string,
  options: RoleOptions = {},
): Found[] =>
  page
    .elementLocator(root)
    .getByRole(role, { ...options, ...(name !== undefined && { name, exact: true }) })
    .elements() as Found[]

/** All elements that fit a selector, shadow trees included. */
export function all<Found extends Element = HTMLElement>(root: Element, selector: string): Found[] {
  const tree = root.shadowRoot ?? root
  return [...tree.querySelectorAll('*')].flatMap((element) => [
    ...(element.matches(selector) ? [element as unknown as Found] : []),
    ...(element.shadowRoot ? all<Found>(element, selector) : []),
  ])
}

/** The one element that fits a selector; a test about it fails when there is none or another. */
export function one<Tag extends keyof HTMLElementTagNameMap>(
  root: Element,
  selector: Tag,
): HTMLElementTagNameMap[Tag]
export function one(root: Element, selector: string): HTMLElement
export function one<Found extends Element>(
  root: Element,
  selector: string,
  kind: new () => Found,
): Found
export function one(
  root: Element,
  selector: string,
  kind: new () => Element = HTMLElement,
): Element {
  const found = all(root, selector)
  expect(found, selector).toHaveLength(1)
  expect(found[0], selector).toBeInstanceOf(kind)
  return found[0]!
}

/** What has the focus, in whatever shadow tree. */
export function focused(): Element | null {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element
}

/** Every character of an element's text, shadow trees included: blanks stay as they are. */
export function charactersIn(node: Node): string {
  if (node instanceof Text) return node.data
  const tree = (node as Partial<Element>).shadowRoot ?? node
  return [...tree.childNodes].map(charactersIn).join('')
}

/** What an element says, shadow trees included, as one line. */
export function textIn(root: Node): string {
  return pieces(root)
    .join('')
    .replaceAll(/[^\S\u00a0]+/g, ' ')
    .trim()
}

function pieces(node: Node): string[] {
  if (node instanceof Text) return [node.data]
  if (!(node instanceof Element) || node instanceof HTMLStyleElement) return []
  const slotted = node instanceof HTMLSlotElement ? node.assignedNodes({ flatten: true }) : []
  const children = slotted.length > 0 ? slotted : (node.shadowRoot ?? node).childNodes
  const inside = [...children].flatMap(pieces)
  // What stands in a line with its neighbours joins their words.
  const inLine = /^(inline.*|contents)$/.test(getComputedStyle(node).display)
  return inLine ? inside : [' ', ...inside, ' ']
}

/** Writes into a field as a person does: its `input` event follows. */
export async function write(
  field: HTMLInputElement | HTMLTextAreaElement,
  value: string,
): Promise<void> {
  field.value = value
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
  await rendered()
}

/** Collects the details of an element's events. */
export function heard<Detail>(element: Element, name: string): Detail[] {
  const details: Detail[] = []
  element.addEventListener(name, (event) => details.push((event as CustomEvent<Detail>).detail))
  return details
}

/** The detail of the next event of a name; what an element tells while it is being mounted is heard at the document. */
export const next = <Detail>(target: EventTarget, name: string): Promise<Detail> =>
  new Promise((resolve) =>
    target.addEventListener(name, (event) => resolve((event as CustomEvent<Detail>).detail), {
      once: true,
    }),
  )

/** The themes in which a test looks: one of a table over both languages has one of them, as colours know no language. */
function themesHere(): ('light' | 'dark')[] {
  const [, language] = /\b(?:in|speaks) '?(en|ko)\b/.exec(expect.getState().currentTestName!) ?? []
  if (everyWay || language === undefined) return ['light', 'dark']
  return [language === 'en' ? 'light' : 'dark']
}

/** Asserts that axe finds nothing wrong with an element, in light and in dark. */
export async function expectAccessible(element: Element): Promise<void> {
  const root = document.documentElement
  onTestFinished(() => {
    delete root.dataset['theme']
  })
  for (const [at, theme] of themesHere().entries()) {
    root.dataset['theme'] = theme
    await rendered()
    // A colour on its way to another is neither.
    const trees = [element, ...all(element, '*')].map(({ shadowRoot }) => shadowRoot)
    const moving = [document, ...trees].flatMap((tree) => tree?.getAnimations() ?? [])
    // Set to its end and not waited for: a page that nobody looks at may draw no frame for long.
    for (const animation of moving) {
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish()
      else animation.cancel()
    }
    const { violations } = await axe.run(element, {
      resultTypes: ['violations'],
      // The other theme has other colours, and all else in common.
      ...(at > 0 && { runOnly: ['color-contrast'] }),
    })
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${theme}: ${id} at ${target.flat().join(' ')}`),
    )
    expect(found).toEqual([])
  }
}
