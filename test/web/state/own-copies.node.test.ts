/** The learner's own copies: what is kept of them, and when they answer. */

import { describe, expect, test } from 'vitest'
import firstSteps from '../../../lessons/1-first-steps/lesson.ts'
import jwt from '../../../lessons/4-jwt/lesson.ts'
import { OwnCopies } from '../../../web/state/own-copies.ts'
import type { Visit } from '../../../web/state/visit.ts'
import { visitTo } from './support/state.ts'
import { FakeStorage, PATH } from './support/tabs.ts'

const KEY = `bearer-playground-code:${PATH}`
const APP = '1-first-steps/app'

const open = (storage = new FakeStorage()) => new OwnCopies({ path: PATH, storage: storage.open })

const knock = visitTo(firstSteps)
const verify: Visit = {
  ...visitTo(jwt, 'verify'),
  code: { start: { text: 'to begin with', regions: [] }, checks: [] },
}

test('a copy is kept for the next visit, and none of it answers until it is asked for', () => {
  const storage = new FakeStorage()
  open(storage).edit(APP, 'mine', 'ours')
  const next = open(storage)
  expect(next.get(APP)).toEqual({ text: 'mine', start: 'ours' })
  next.enter(knock)
  expect(next.answering(knock, 'api')).toBeUndefined()
  next.isOn = true
  expect(next.answering(knock, 'api')).toEqual({ key: APP, text: 'mine' })
})

test('what a copy began with stays what it was, however ours changes', () => {
  const copies = open()
  copies.edit(APP, 'mine', 'ours')
  copies.edit(APP, 'more of mine', 'ours of later')
  expect(copies.get(APP)).toEqual({ text: 'more of mine', start: 'ours' })
})

test('a code task begins with its own text, and has a copy of its own', () => {
  const copies = open()
  copies.edit('4-jwt/app', 'free', 'ours')
  copies.enter(verify)
  expect(copies.answering(verify, 'api')).toEqual({
    key: '4-jwt/app:verify',
    text: 'to begin with',
  })
  copies.edit('4-jwt/app:verify', 'solved', 'to begin with')
  expect(copies.answering(verify, 'api')?.text).toBe('solved')
  expect(copies.get('4-jwt/app')?.text).toBe('free')
})

test('another page is answered by ours again', () => {
  const copies = open()
  copies.enter(verify)
  expect(copies.isOn).toBe(true)
  copies.enter(visitTo(jwt))
  expect(copies.isOn).toBe(false)
})

test('a copy that was taken back can be had again', () => {
  const copies = open()
  copies.edit(APP, 'mine', 'ours')
  copies.reset(APP)
  expect(copies.get(APP)).toBeUndefined()
  expect(copies.takenBack(APP)).toBe('mine')
})

describe('what is begun anew begins with our text again', () => {
  const kept = () => {
    const copies = open()
    for (const key of [APP, '4-jwt/app', '4-jwt/app:verify']) copies.edit(key, 'mine', 'ours')
    return copies
  }
  const left = (copies: OwnCopies) =>
    [APP, '4-jwt/app', '4-jwt/app:verify'].filter((key) => copies.get(key))

  test('a task, and no other copy', () => {
    const copies = kept()
    copies.startOver({ lesson: 'jwt', page: 'verify' }, jwt)
    expect(left(copies)).toEqual([APP, '4-jwt/app'])
    expect(copies.takenBack('4-jwt/app:verify')).toBe('mine')
  })

  test('a lesson, and no other lesson', () => {
    const copies = kept()
    copies.startOver({ lesson: 'jwt' }, jwt)
    expect(left(copies)).toEqual([APP])
  })

  test('the course', () => {
    const copies = kept()
    copies.startOver({})
    expect(left(copies)).toEqual([])
  })
})

test('what another tab wrote meanwhile stays', () => {
  const storage = new FakeStorage()
  const [one, other] = [open(storage), open(storage)]
  other.edit('4-jwt/app', 'theirs', 'ours')
  one.edit(APP, 'mine', 'ours')
  expect(other.hear({ key: KEY })).toBe(true)
  expect(other.get(APP)?.text).toBe('mine')
  expect(open(storage).get('4-jwt/app')?.text).toBe('theirs')
})

test.each([
  ['nothing is allowed', (storage: FakeStorage) => (storage.failing.denied = true)],
  ['there is no room', (storage: FakeStorage) => (storage.failing.quota = 10)],
])('where %s, the copy answers all the same, and it is said that it is not kept', (_, fail) => {
  const storage = new FakeStorage()
  fail(storage)
  const copies = open(storage)
  copies.edit(APP, 'mine', 'ours')
  expect(copies.isKept).toBe(false)
  expect(copies.answering(knock, 'api')?.text).toBe('mine')
})

describe('what is kept and cannot be read is left out', () => {
  test.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['copies that are none', '{"copies":{"a":1,"b":{"text":1,"start":""},"c":null}}'],
    [
      'a text that is too long',
      JSON.stringify({ copies: { a: { text: 'x'.repeat(100_001), start: '' } } }),
    ],
  ])('%s', (_, text) => {
    const copies = open(new FakeStorage({ [KEY]: text }))
    expect(['a', 'b', 'c'].map((key) => copies.get(key))).toEqual([undefined, undefined, undefined])
  })

  test('a name of the language is no copy', () => {
    expect(open().get('constructor')).toBeUndefined()
  })
})

test('more than a server’s text is not taken over', () => {
  const copies = open()
  copies.edit(APP, 'x'.repeat(100_001), 'ours')
  expect(copies.get(APP)).toBeUndefined()
})
