/** The glossary in one language: its entries in that language's order, and how they are written out. */

import { html, nothing, type TemplateResult } from 'lit'
import type { Language } from '../../lessons/lesson.ts'
import { type TermId, terms } from '../../lessons/glossary/terms.ts'
import { glossaryWords } from '../words/glossary.ts'

export interface GlossaryEntry {
  id: string
  name: string
  /** What the other language calls it; undefined where both say the same. */
  otherName: { language: Language; text: string } | undefined
  /** Code stands in backticks. */
  definition: string
  /** Slug of the lesson that introduces it. */
  lesson: string
  url: string | undefined
}

/** Loads every entry, in the alphabetical order of the language. */
export async function loadGlossary(language: Language): Promise<GlossaryEntry[]> {
  const definitions =
    language === 'en'
      ? (await import('../../lessons/glossary/en.ts')).en
      : (await import('../../lessons/glossary/ko.ts')).ko
  const other = language === 'en' ? 'ko' : 'en'
  const entries = (Object.keys(terms) as TermId[]).map((id): GlossaryEntry => {
    const { lesson, url, standard, ...names } = terms[id]
    const otherName = (other === 'en' && standard) || names[other]
    return {
      id,
      name: names[language],
      otherName: otherName === names[language] ? undefined : { language: other, text: otherName },
      definition: definitions[id],
      lesson,
      url,
    }
  })
  const { compare } = new Intl.Collator(language)
  return entries.sort((one, two) => compare(one.name, two.name))
}

/** The entries with `wanted` in their name, in either language; behind them those that speak of it. */
export function search(entries: readonly GlossaryEntry[], wanted: string): GlossaryEntry[] {
  const part = folded(wanted.trim())
  const isCalled = ({ name, otherName }: GlossaryEntry) =>
    folded(`${name}\n${otherName?.text ?? ''}`).includes(part)
  const speaks = ({ definition }: GlossaryEntry) => folded(definition).includes(part)
  return [
    ...entries.filter(isCalled),
    ...entries.filter((entry) => speaks(entry) && !isCalled(entry)),
  ]
}

/** One spelling for comparisons: Korean typed on some systems comes in single letters. */
const folded = (text: string) => text.normalize('NFC').toLowerCase()

/** A term's name, with the other language's beside it. */
export function nameOf({ name, otherName }: GlossaryEntry): TemplateResult {
  return html`<dfn>${name}</dfn>${
    otherName
      ? html` <span class="other" lang=${otherName.language}>${otherName.text}</span>`
      : nothing
  }`
}

/** A definition with its code marked. */
export function definitionOf({ definition }: GlossaryEntry): (string | TemplateResult)[] {
  return definition
    .split('`')
    .map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))
}

/** The link to where a term is defined; nothing where no standard does. */
export function sourceOf({ url }: GlossaryEntry, language: Language) {
  if (!url) return nothing
  return html`<a href=${url} target="_blank" rel="noreferrer">${sourceName(url, language)}</a>`
}

function sourceName(url: string, language: Language): string {
  const [, rfc, kind, number] = /\/rfc(\d+)#(section|appendix)-(.+)$/.exec(url) ?? []
  if (rfc && number) return glossaryWords[language][kind as 'section' | 'appendix'](rfc, number)
  return url.includes('mozilla') ? 'MDN' : 'OpenAPI 3.1.1'
}
