/** Every lesson's notes as a presenter's window shows them: page by page, and the questions. */

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { notesParts } from '../../web/build/presenter-notes.ts'
import { parseProse } from '../../web/build/parse-prose.ts'
import { course } from '../../lessons/index.ts'

const notesOf = (folder: string, language: string) => {
  const file = `lessons/${folder}/${language}.md`
  return notesParts(parseProse(readFileSync(file, 'utf8'), file))
}

describe.each(course)('in $folder', ({ folder }) => {
  const [en, ko] = ['en', 'ko'].map((language) => notesOf(folder, language)) as [
    ReturnType<typeof notesOf>,
    ReturnType<typeof notesOf>,
  ]

  test('every note is about a page, by its title', () => {
    expect([...en.unknown, ...ko.unknown]).toEqual([])
    expect(Object.keys(en.pages).length).toBeGreaterThan(3)
  })

  test('both languages speak of the same pages, with the same minutes', () => {
    const minutes = ({ pages }: typeof en) =>
      Object.fromEntries(Object.entries(pages).map(([id, page]) => [id, page.minutes]))
    expect(minutes(ko)).toEqual(minutes(en))
  })

  test('questions have answers, as many in both languages', () => {
    expect(en.questions.length).toBeGreaterThan(2)
    expect(ko.questions).toHaveLength(en.questions.length)
    expect([...en.questions, ...ko.questions].filter(({ answer }) => answer === '')).toEqual([])
  })

  test('what is said of the lesson as a whole has the minutes of its pages, and announces no list', () => {
    const minutes = Object.values(en.pages).reduce((sum, page) => sum + page.minutes, 0)
    expect(en.about).toContain(`<p>In class the lesson takes about ${minutes} minutes.`)
    expect(ko.about).toContain(`전체 ${minutes}분쯤`)
    expect(ko.about).not.toBe('')
    expect(en.about + ko.about).not.toMatch(/<ul>|:<\/p>/)
  })
})

test('a note whose title is no page’s is known for one', () => {
  const page = {
    title: 'A door',
    text: '',
    options: {},
    parts: {},
    checks: {},
    fails: {},
    hints: [],
  }
  const notes =
    '<p>Short.</p>\n<ul>\n<li><strong>A door</strong> (3 min). Knock.</li>\n<li><strong>A gate</strong>. Wait.</li>\n</ul>\n<p>Questions:</p>\n<ul>\n<li><em>Who?</em> You.</li>\n</ul>'
  expect(notesParts({ notes, pages: { door: page } })).toEqual({
    about: '<p>Short.</p>',
    pages: { door: { minutes: 3, text: 'Knock.' } },
    questions: [{ question: 'Who?', answer: 'You.' }],
    unknown: ['A gate'],
  })
})
