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
  open(storage).edit({ file: APP }, 'mine', 'ours')
  const next = open(storage)
  expect(next.get(APP)).toEqual({ text: 'mine', start: 'ours' })
  next.enter(knock)
  expect(next.answering(knock, 'api')).toBeUndefined()
  next.isOn = true
  expect(next.answering(knock, 'api')).toEqual({ key: APP, text: 'mine' })
})

test('what a copy began with stays what it was, however ours changes', () => {
  const copies = open()
  copies.edit({ file: APP }, 'mine', 'ours')
  copies.edit({ file: APP }, 'more of mine', 'ours of later')
  expect(copies.get(APP)).toEqual({ text: 'more of mine', start: 'ours' })
})

test('a code task begins with its own text, and has a copy of its own', () => {
  const copies = open()
  copies.edit({ file: '4-jwt/app' }, 'free', 'ours')
  copies.enter(verify)
  expect(copies.answering(verify, 'api')).toEqual({
    key: '4-jwt/app:verify',
    text: 'to begin with',
  })
  copies.edit({ file: '4-jwt/app:verify' }, 'solved', 'to begin with')
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
  copies.edit({ file: APP }, 'mine', 'ours')
  copies.reset({ file: APP })
  expect(copies.get(APP)).toBeUndefined()
  expect(copies.takenBack(APP)).toEqual({ text: 'mine', start: 'ours' })
  copies.restore({ file: APP })
  expect(copies.get(APP)).toEqual({ text: 'mine', start: 'ours' })
})

describe('what is begun anew begins with our text again', () => {
  const kept = () => {
    const copies = open()
    for (const key of [APP, '4-jwt/app', '4-jwt/app:verify'])
      copies.edit({ file: key }, 'mine', 'ours')
    return copies
  }
  const left = (copies: OwnCopies) =>
    [APP, '4-jwt/app', '4-jwt/app:verify'].filter((key) => copies.get(key))

  test('a task, and no other copy', () => {
    const copies = kept()
    copies.startOver({ lesson: 'jwt', page: 'verify' }, jwt)
    expect(left(copies)).toEqual([APP, '4-jwt/app'])
    expect(copies.takenBack('4-jwt/app:verify')?.text).toBe('mine')
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
  other.edit({ file: '4-jwt/app' }, 'theirs', 'ours')
  one.edit({ file: APP }, 'mine', 'ours')
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
  copies.edit({ file: APP }, 'mine', 'ours')
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

  test.each([
    ['blocks that are none', { 'security/bearer.ts': 1 }],
    ['a block of the host’s', { 'security/trace.ts': { text: 'x', start: 'y' } }],
    ['a file that is no block', { '4-jwt/app': { text: 'x', start: 'y' } }],
    ['no list of blocks', 'x'],
  ])('%s, and not the server that they belong to', (_, blocks) => {
    const kept = { copies: { [APP]: { text: 'mine', start: 'ours', blocks } } }
    const copies = open(new FakeStorage({ [KEY]: JSON.stringify(kept) }))
    expect(copies.get(APP)).toEqual({ text: 'mine', start: 'ours' })
  })

  test('a name of the language is no copy', () => {
    expect(open().get('constructor')).toBeUndefined()
  })
})

test('more than a server’s text is not taken over', () => {
  const copies = open()
  copies.edit({ file: APP }, 'x'.repeat(100_001), 'ours')
  expect(copies.get(APP)).toBeUndefined()
})

describe('a security block', () => {
  const BEARER = 'security/bearer.ts'
  const withBlock = (storage = new FakeStorage()) => {
    const copies = open(storage)
    copies.edit({ file: APP }, 'mine', 'ours')
    copies.edit({ file: APP, block: BEARER }, 'my block', 'our block')
    return copies
  }

  test('that is made one’s own answers with the server, and is kept with it', () => {
    const storage = new FakeStorage()
    const blocks = { [BEARER]: 'my block' }
    expect(withBlock(storage).answering(knock, 'api')).toEqual({ key: APP, text: 'mine', blocks })
    expect(open(storage).sourceOf(knock, 'api')).toEqual({ key: APP, text: 'mine', blocks })
  })

  test('stays when the server’s own file is written on', () => {
    const copies = withBlock()
    copies.edit({ file: APP }, 'more of mine', 'ours')
    expect(copies.answering(knock, 'api')?.blocks).toEqual({ [BEARER]: 'my block' })
  })

  test('can be given back alone, and had again', () => {
    const copies = withBlock()
    copies.reset({ file: APP, block: BEARER })
    expect(copies.get(APP)).toEqual({ text: 'mine', start: 'ours' })
    copies.restore({ file: APP, block: BEARER })
    expect(copies.get(APP)?.blocks).toEqual({ [BEARER]: { text: 'my block', start: 'our block' } })
  })

  test('goes and comes with the server that is taken back', () => {
    const copies = withBlock()
    copies.reset({ file: APP })
    expect(copies.answering(knock, 'api')).toBeUndefined()
    copies.restore({ file: APP })
    expect(copies.answering(knock, 'api')?.blocks).toEqual({ [BEARER]: 'my block' })
  })

  test('is nobody’s where there is no server that is made with it', () => {
    const copies = open()
    copies.edit({ file: APP, block: BEARER }, 'my block', 'our block')
    expect(copies.get(APP)).toBeUndefined()
  })
})
