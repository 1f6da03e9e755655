/** A lesson's notes taken apart: what they say of the lesson, of each page, and of questions to expect. */

import type { ParsedProse } from './parse-prose.ts'
import { literal, template } from './prose-modules.ts'

/** The same as `PresenterNotes` of `web/present/load-notes.ts`, each text its HTML. */
interface NotesParts {
  about: string
  pages: Record<string, { minutes: number; text: string }>
  questions: { question: string; answer: string }[]
  /** Titles of notes that are no page's. */
  unknown: string[]
}

const OF_PAGE = /^<strong>(.*?)<\/strong>\s*(?:\(([^)]*)\))?\.?\s*(.*)$/s
const QUESTION = /^<em>(.*?)<\/em>\s*(.*)$/s

/** Takes the notes apart: items with a strong beginning are about pages, those with a stressed one are questions. */
export function notesParts({ notes, pages }: Pick<ParsedProse, 'notes' | 'pages'>): NotesParts {
  const ids = Object.entries(pages).map(([id, { title }]): [string, string] => [bare(title), id])
  const byTitle = new Map(ids)
  const parts: NotesParts = { about: '', pages: {}, questions: [], unknown: [] }
  for (const [, item = ''] of notes.matchAll(/<li>(.*?)<\/li>/gs)) {
    const [, title, aside = '', text = ''] = OF_PAGE.exec(item.trim()) ?? []
    const [, question, answer = ''] = QUESTION.exec(item.trim()) ?? []
    if (title !== undefined) {
      const id = byTitle.get(bare(title))
      const minutes = Number(/\d+/.exec(aside)?.[0] ?? 0)
      if (id === undefined) parts.unknown.push(bare(title))
      else parts.pages[id] = { minutes, text: text.trim() }
    } else if (question !== undefined) {
      parts.questions.push({ question, answer: answer.trim() })
    }
  }
  // What announces a list is of no use without it.
  const paragraphs = notes.replaceAll(/<ul>.*?<\/ul>/gs, '').match(/<p>.*?<\/p>/gs) ?? []
  parts.about = paragraphs.filter((text) => !/[:\uff1a]\s*<\/p>$/.test(text)).join('\n')
  return parts
}

/** A title as it is compared: in HTML as in plain text, whatever keeps its words together. */
function bare(title: string): string {
  return title
    .replaceAll(/<[^>]*>|\u2060/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s/g, ' ')
    .trim()
}

/** Writes the module that has what a presenter's window shows. */
export function presentingModule(prose: ParsedProse): string {
  const { about, pages, questions } = notesParts(prose)
  const written = literal(
    pages,
    ({ minutes, text }) => `{ minutes: ${minutes}, text: ${template(text)} }`,
  )
  const asked = questions.map(
    ({ question, answer }) => `{ question: ${template(question)}, answer: ${template(answer)} }`,
  )
  return `import { html } from 'lit'\n\nexport default { about: ${template(about)}, pages: ${written}, questions: [${asked.join(', ')}] }\n`
}
