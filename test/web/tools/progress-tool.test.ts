/** Progress as a file, by hand: saved, opened by a button or dropped, and refused in words. */

import { afterEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { OwnCopies } from '../../../web/state/own-copies.ts'
import { progressFile, type TakenAlong } from '../../../web/state/progress-file.ts'
import { SavedState } from '../../../web/state/saved-state.ts'
import { SavedStorage } from '../../../web/state/storage.ts'
import '../../../web/tools/progress-tool.ts'
import { en } from '../../../web/words/en.ts'
import { progressToolWords } from '../../../web/words/progress-tool.ts'
import { eventually } from '../../support/eventually.ts'
import { BOTH, byRole, expectAccessible, heard, mount, one, textIn } from '../../support/fixture.ts'

const PATH = '/test/progress-tool/'

function learner() {
  const kept = new Map<string, string>()
  const storage = () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  })
  const saved = new SavedState(new SavedStorage({ path: PATH, storage, locks: null }))
  return { saved, own: new OwnCopies({ path: PATH, storage }) }
}

function withInvent() {
  const playground = learner()
  playground.saved.advance(() => ({ 'first-steps': { invent: { parts: ['passed'] } } }))
  return playground
}

const fileOf = ({ saved, own }: ReturnType<typeof learner>) =>
  new File(
    [progressFile({ stored: saved.storage.stored, copies: own.copies }, new Date()).text],
    'mine.json',
  )

const show = (playground = learner(), words = en) =>
  mount('bp-progress-tool', { playground, words })

type Tool = Awaited<ReturnType<typeof show>>

function drop(tool: Tool, ...files: File[]): void {
  const dataTransfer = new DataTransfer()
  for (const file of files) dataTransfer.items.add(file)
  const zone = one(tool, 'bp-file-drop').shadowRoot!.querySelector('div')!
  zone.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
}

const status = (tool: Tool) => textIn(byRole(tool, 'status')[0]!)

afterEach(() => vi.restoreAllMocks())

describe.each(BOTH)('in the language $language', ({ words }) => {
  test('it can be read by everybody, with what it says', async () => {
    const tool = await show(learner(), words)
    drop(tool, new File(['{'], 'half.json'))
    await eventually(() => expect(status(tool)).toContain('half.json'))
    await expectAccessible(tool)
  })
})

const own = progressToolWords.en

test('saves a file of the day, in which what was done stands', async () => {
  const tool = await show(withInvent())
  const saved: { name: string; href: string }[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, href: this.href })
  })
  await userEvent.click(byRole(tool, 'button', own.save)[0]!)
  expect(saved[0]?.name).toMatch(/^bearer-playground-\d{4}-\d\d-\d\d\.json$/)
  const request = new XMLHttpRequest()
  request.open('GET', saved[0]!.href)
  const text = await new Promise<string>((resolve) => {
    request.addEventListener('load', () => resolve(request.responseText))
    request.send()
  })
  expect(JSON.parse(text)).toMatchObject({ kind: 'bearer-playground-progress', version: 1 })
  expect(text).toContain('"passed"')
  expect(status(tool)).toBe(own.saved(saved[0]!.name))
})

test('saves nothing where nothing was done, and says so', async () => {
  const tool = await show()
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  await userEvent.click(byRole(tool, 'button', own.save)[0]!)
  expect(click).not.toHaveBeenCalled()
  expect(status(tool)).toBe(own.nothing)
})

test('a file that is dropped is told of, and what it brings is said', async () => {
  const tool = await show()
  const told = heard<TakenAlong>(tool, 'take-in')
  drop(tool, fileOf(withInvent()))
  await eventually(() => expect(status(tool)).toBe(own.opened(1)))
  expect(told).toHaveLength(1)
  expect(told[0]!.stored.course.lessons['first-steps']?.tasks).toEqual({
    invent: { epoch: 0, parts: ['passed'] },
  })
})

test('a file that is chosen is the same, and can be chosen again', async () => {
  const tool = await show(withInvent())
  const told = heard<TakenAlong>(tool, 'take-in')
  const input = one(tool, 'input', HTMLInputElement)
  for (const count of [1, 2]) {
    await userEvent.upload(input, fileOf(withInvent()))
    await eventually(() => expect(told).toHaveLength(count))
    expect(input.files).toHaveLength(0)
  }
  expect(status(tool)).toBe(own.opened(0))
})

test.each<[string, File, keyof typeof own.why]>([
  ['half a file', new File(['{"kind":'], 'x.json'), 'broken'],
  ['another program’s', new File(['{"name":"x"}'], 'x.json'), 'foreign'],
  ['bytes', new File([new Uint8Array([0xff, 0xfe, 0xff])], 'x.json'), 'no-text'],
  ['two megabytes and more', new File([' '.repeat(2_000_001)], 'x.json'), 'large'],
  [
    'a later version’s',
    new File(['{"kind":"bearer-playground-progress","version":9}'], 'x.json'),
    'newer',
  ],
])('%s is refused with the reason, and nothing is told', async (_, file, why) => {
  const tool = await show()
  const told = heard(tool, 'take-in')
  drop(tool, file)
  await eventually(() => expect(status(tool)).toBe(own.refused('x.json', own.why[why])))
  expect(told).toEqual([])
})

test('several files at once are refused, and a name is no markup', async () => {
  const tool = await show()
  drop(tool, fileOf(withInvent()), fileOf(withInvent()))
  await eventually(() => expect(status(tool)).toBe(own.one))
  drop(tool, new File(['{'], '<b onclick=alert(1)>x</b>.json'))
  await eventually(() => expect(status(tool)).toContain('<b onclick=alert(1)>x'))
  expect(byRole(tool, 'status')[0]!.querySelector('b')).toBeNull()
})
