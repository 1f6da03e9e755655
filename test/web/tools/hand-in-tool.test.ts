/** Handing in, by hand: a name is typed, and a file is saved under it. */

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { SavedState } from '../../../web/state/saved-state.ts'
import { SavedStorage } from '../../../web/state/storage.ts'
import '../../../web/tools/hand-in-tool.ts'
import { en } from '../../../web/words/en.ts'
import { handInWords } from '../../../web/words/hand-in.ts'
import { eventually } from '../../support/eventually.ts'
import { BOTH, byRole, expectAccessible, focused, mount, textIn } from '../../support/fixture.ts'

const own = handInWords.en

function learner(isBegun = true) {
  const kept = new Map<string, string>()
  const storage = () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  })
  const saved = new SavedState(new SavedStorage({ path: '/test/hand-in/', storage, locks: null }))
  if (isBegun) saved.advance(() => ({ 'first-steps': { invent: { parts: ['passed'] } } }))
  return { saved }
}

const show = (playground = learner(), words = en) => mount('bp-hand-in-tool', { playground, words })

type Tool = Awaited<ReturnType<typeof show>>

const field = (tool: Tool) => byRole(tool, 'textbox', own.name)[0]!
const save = (tool: Tool) => userEvent.click(byRole(tool, 'button', own.save)[0]!)
const status = (tool: Tool) => textIn(byRole(tool, 'status')[0]!)

let saved: { name: string; text: Promise<string> }[]
beforeEach(() => {
  saved = []
  let blob: Blob
  vi.spyOn(URL, 'createObjectURL').mockImplementation((given) => {
    blob = given as Blob
    return 'blob:nothing'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, text: blob.text() })
  })
})
afterEach(() => vi.restoreAllMocks())

test.each(BOTH)('everybody can read it: $language', async ({ words }) => {
  await expectAccessible(await show(learner(), words))
})

test('what was done is saved under the name, and with it', async () => {
  const tool = await show()
  await userEvent.type(field(tool), '김민지 (2반)')
  await save(tool)
  await eventually(() => expect(saved).toHaveLength(1))
  expect(saved[0]!.name).toMatch(/^hand-in-김민지-2반-+\d{4}-\d\d-\d\d\.json$/)
  expect(JSON.parse(await saved[0]!.text)).toMatchObject({
    kind: 'bearer-playground-hand-in',
    name: '김민지 (2반)',
    lessons: { 'first-steps': { invent: { done: true } } },
  })
  await eventually(() => expect(status(tool)).toBe(own.saved(saved[0]!.name)))
})

describe('nothing is saved', () => {
  test('without a name, and the field is where one goes on', async () => {
    const tool = await show()
    await userEvent.type(field(tool), '   ')
    await save(tool)
    await eventually(() => expect(status(tool)).toBe(own.noName))
    expect(focused()).toBe(field(tool))
    expect(saved).toEqual([])
  })

  test('where nothing was begun', async () => {
    const tool = await show(learner(false))
    await userEvent.type(field(tool), 'Kim')
    await save(tool)
    await eventually(() => expect(status(tool)).toBe(own.nothing))
    expect(saved).toEqual([])
  })
})
