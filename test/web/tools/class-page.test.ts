/** A class as tables: files that anybody may have written are read, shown as text, refused by name, and kept nowhere. */

import { afterEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { lessons } from '../../../lessons/all.ts'
import '../../../web/tools/class-page.ts'
import { classWords } from '../../../web/words/class.ts'
import { en } from '../../../web/words/en.ts'
import { eventually } from '../../support/eventually.ts'
import { all, BOTH, byRole, expectAccessible, mount, one, textIn } from '../../support/fixture.ts'

const own = classWords.en

const handIn = (
  name: string,
  tasks: object = { invent: { done: true, tries: 2, minutes: 3 } },
  saved = '2026-03-31T10:00:00Z',
) =>
  JSON.stringify({
    kind: 'bearer-playground-hand-in',
    version: 1,
    name,
    saved,
    lessons: { 'first-steps': tasks },
  })

const file = (name: string, text: string) => new File([text], name)

const show = (words = en) => mount('bp-class-page', { words })

type Page = Awaited<ReturnType<typeof show>>

async function drop(page: Page, ...files: File[]): Promise<void> {
  const dataTransfer = new DataTransfer()
  for (const each of files) dataTransfer.items.add(each)
  const zone = one(page, 'bp-file-drop').shadowRoot!.querySelector('div')!
  const status = () => textIn(byRole(page, 'status')[0]!)
  const [before, isRead] = [
    status(),
    new RegExp(`^${files.length} files? read|^파일 ${files.length}개`),
  ]
  zone.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  await eventually(() => {
    expect(status()).toMatch(isRead)
    expect(status()).not.toBe(before)
  })
  await page.updateComplete
}

const tableIn = async (page: Page) => {
  await eventually(() => expect(all(page, 'bp-class-table')).toHaveLength(1))
  const table = one(page, 'bp-class-table')
  await table.updateComplete
  return table
}

const names = (table: Element) => all(table, 'tbody th').map(textIn)

afterEach(() => vi.restoreAllMocks())

describe.each(BOTH)('in the language $language', ({ words }) => {
  test('everybody can read it, with a class in it and what was refused', async () => {
    const page = await show(words)
    await drop(
      page,
      file(
        'a.json',
        handIn('Kim Minji', {
          invent: { done: false, tries: 4, wrong: ['scheme-token'] },
          knock: { done: true, tries: 1, minutes: 1, wrong: ['guess:ok'] },
        }),
      ),
      file('b.json', '{'),
    )
    const table = await tableIn(page)
    expect(textIn(table)).toContain('Kim Minji')
    expect(textIn(table)).toContain('1/')
    expect(textIn(one(page, 'bp-class-tasks'))).toContain('Bearer')
    expect(textIn(page)).toContain('b.json')
    await expectAccessible(page)
  })
})

test('a table is sorted by what one asks, up and then down, and says so', async () => {
  const page = await show()
  await drop(
    page,
    file('1', handIn('B', { invent: { done: true, tries: 1, minutes: 30 } })),
    file('2', handIn('A', { invent: { done: false, tries: 9, minutes: 4 } })),
    file('3', handIn('C', { invent: { done: true } })),
  )
  const table = await tableIn(page)
  expect(names(table)).toEqual(['A', 'B', 'C'])
  const sort = () => userEvent.click(byRole(table, 'button', own.minutes)[0]!)
  await sort()
  // Of C it is not known: that comes last, whichever way.
  expect(names(table)).toEqual(['A', 'B', 'C'])
  expect(all(table, 'th[aria-sort="ascending"]')).toHaveLength(1)
  await sort()
  expect(names(table)).toEqual(['B', 'A', 'C'])
  expect(all(table, 'th[aria-sort="descending"]').map(textIn)[0]).toContain(own.minutes)
})

test('each file that is not taken is named with the reason, and the others are taken', async () => {
  const page = await show()
  await drop(
    page,
    file('good.json', handIn('Good')),
    file('half.json', '{"kind":'),
    file('theirs.json', '{"students":[]}'),
    file('progress.json', '{"kind":"bearer-playground-progress","version":1}'),
    file('later.json', handIn('x').replace('"version":1', '"version":2')),
    file('odd.json', handIn('x', { invent: { done: 1 } })),
    file('huge.json', ' '.repeat(200_001)),
    new File([new Uint8Array([0xff, 0xfe])], 'bytes.json'),
  )
  expect(names(await tableIn(page))).toEqual(['Good'])
  const said = all(page, 'li').map(textIn)
  expect(said).toEqual([
    `half.json: ${own.why.broken}`,
    `theirs.json: ${own.why.foreign}`,
    `progress.json: ${own.why.other}`,
    `later.json: ${own.why.newer}`,
    `odd.json: ${own.why.damaged}`,
    `huge.json: ${own.why.large}`,
    `bytes.json: ${own.why['no-text']}`,
  ])
  expect(textIn(byRole(page, 'status')[0]!)).toBe(own.read(8, 1, 7))
})

test('a name or a file name with HTML in it is text', async () => {
  const page = await show()
  const evil = '<img src=x onerror="document.title=1">'
  await drop(page, file('a.json', handIn(evil)), file(`${evil}.json`, '{'))
  const table = await tableIn(page)
  expect(names(table)).toEqual([evil])
  expect(all(page, 'img')).toEqual([])
})

test('who hands in again is one learner, and it is said whose file took the place of another', async () => {
  const page = await show()
  await drop(page, file('old.json', handIn('Kim')))
  await drop(
    page,
    file('new.json', handIn('Kim', { invent: { done: true, tries: 7 } }, '2026-04-01T10:00:00Z')),
    file('old.json', handIn('Kim')),
  )
  const table = await tableIn(page)
  expect(names(table)).toEqual(['Kim'])
  expect(all(table, 'tbody td').map(textIn)).toContain('7')
  expect(all(page, 'li').map(textIn)).toEqual([
    `new.json: ${own.replaced('Kim')}`,
    `old.json: ${own.older('Kim')}`,
  ])
})

test('the table leaves as CSV with nothing in it that a spreadsheet would run', async () => {
  const page = await show()
  await drop(
    page,
    file('a.json', handIn('=HYPERLINK("http://evil","x")')),
    file('b.json', handIn('Kim')),
  )
  await tableIn(page)
  let saved: Blob | undefined
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved = blob as Blob
    return 'blob:nothing'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  await userEvent.click(byRole(page, 'button', own.csv)[0]!)
  const [head, ...rows] = (await saved!.text()).trim().split('\r\n')
  expect(head!.split(',')).toHaveLength(6 + lessons.length)
  expect(rows).toHaveLength(2)
  expect(rows.map((row) => row.split(',')[0])).toEqual([`"'=HYPERLINK(""http://evil""`, 'Kim'])
})

test('many learners are drawn in parts', async () => {
  const page = await show()
  await drop(page, ...Array.from({ length: 450 }, (_, at) => file(`${at}.json`, handIn(`L${at}`))))
  const table = await tableIn(page)
  expect(names(table)).toHaveLength(200)
  expect(names(table).slice(0, 3)).toEqual(['L0', 'L1', 'L2'])
  await userEvent.click(byRole(table, 'button', own.showMore(200))[0]!)
  expect(names(table)).toHaveLength(400)
  await userEvent.click(byRole(table, 'button', own.showMore(50))[0]!)
  expect(names(table)).toHaveLength(450)
})

test('emptied, nothing is left of the class', async () => {
  const page = await show()
  await drop(page, file('a.json', handIn('Kim')), file('b.json', '{'))
  await tableIn(page)
  await userEvent.click(byRole(page, 'button', own.clear)[0]!)
  expect(textIn(page)).not.toContain('Kim')
  expect(textIn(page)).not.toContain('b.json')
  expect(all(page, 'bp-class-table')).toEqual([])
})
