/** Editing and signing, flipping a bit, comparing: what they make of a token. */

import { describe, expect, onTestFinished, test } from 'vitest'
import '../../../web/token/token-inspector.ts'
import type { Reading } from '../../../web/token/read-token.ts'
import { readToken } from '../../../web/token/read-token.ts'
import { tokenWords } from '../../../web/words/token.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'
import { all, one, textIn, write } from '../../support/fixture.ts'
import { eventually } from '../../support/eventually.ts'
import { base64url, forge, TUTORIAL_KEY, withPart } from '../../../lessons/contract/forge.ts'
import {
  CLAIMS,
  choose,
  hasButton,
  inspect,
  press,
  settled,
  shown,
  TOKEN,
  unfold,
} from './support.ts'

const words = tokenWords.en
const OTHER = await forge({ payload: '{"sub":"johndoe","exp":1,"scope":"me"}' })

function partsOf(token: string) {
  const reading = readToken(token) as Extract<Reading, { kind: 'jws' }>
  expect(reading.kind).toBe('jws')
  return { header: reading.header.text, payload: reading.payload.text }
}

describe('editing', () => {
  const editor = (element: Element) => one(element, 'bp-token-edit')
  const field = (element: Element, part: 'header' | 'payload') =>
    one(editor(element), `textarea[data-part=${part}]`, HTMLTextAreaElement)
  const signing = (element: Element) => all(editor(element), 'select')[0]!
  const key = (element: Element) => one(editor(element), '.key input', HTMLInputElement)
  const type = async (target: HTMLInputElement | HTMLTextAreaElement, text: string) => {
    await write(target, text)
    await settled()
  }

  const open = async (token = TOKEN) => {
    const element = await inspect(token)
    await unfold(element)
    return element
  }

  test('starts with the parts laid out', async () => {
    const element = await open()
    expect(field(element, 'payload').value).toBe(JSON.stringify(JSON.parse(CLAIMS), null, 2))
    expect(field(element, 'header').value).toContain('"alg": "HS256"')
  })

  test('changes the part, and keeps the old signature', async () => {
    const element = await open()
    await type(field(element, 'payload'), '{ "sub": "alice" }')
    const [header, , signature] = TOKEN.split('.')
    expect(shown(element)).toBe(`${header}.${base64url('{"sub":"alice"}')}.${signature}`)
  })

  test('leaves a part that nobody touched as it was spelt', async () => {
    const spelt = await forge({ header: '{ "typ":"JWT" , "alg":"HS256" }', payload: CLAIMS })
    const element = await open(spelt)
    await type(field(element, 'payload'), '{}')
    expect(shown(element).split('.')[0]).toBe(spelt.split('.')[0])
  })

  test.each([
    ['{"sub": }', /^Character 9: no value starts with “}”/],
    ['{"sub": "a",\n}', /^Character 12: nothing follows this comma/],
    ['', /^Character 1: there is no JSON/],
    ['[]', /not an object: a list/],
  ])('%j is answered with a sentence, and the token stays', async (text, sentence) => {
    const element = await open()
    await type(field(element, 'payload'), text)
    expect(textIn(one(editor(element), '.fault'))).toMatch(sentence)
    expect(field(element, 'payload').getAttribute('aria-invalid')).toBe('true')
    expect(field(element, 'payload').value).toBe(text)
    expect(shown(element)).toBe(TOKEN)
  })

  test('signs with a typed key what a server with that key takes', async () => {
    const element = await open()
    await type(field(element, 'payload'), '{"sub":"alice"}')
    await choose(signing(element), 'HS256')
    expect(textIn(editor(element))).toContain(words.edit.keyMissing)
    await type(key(element), TUTORIAL_KEY)
    const expected = await forge({ payload: '{"sub":"alice"}' })
    await eventually(() => expect(shown(element)).toBe(expected))
    await eventually(() => expect(textIn(editor(element))).toContain(words.edit.signed))
    // Of any key that would be true.
    expect(textIn(editor(element))).not.toContain(words.edit.fits)
  })

  test('by another algorithm writes it into the header', async () => {
    const element = await open()
    await type(key(element), 'key')
    await choose(signing(element), 'HS512')
    const expected = await forge({
      header: '{"alg":"HS512","typ":"JWT"}',
      payload: CLAIMS,
      key: 'key',
      hash: 'SHA-512',
    })
    await eventually(() => expect(shown(element)).toBe(expected))
  })

  test('says so where the header then claims another', async () => {
    const element = await open()
    await type(key(element), 'key')
    await choose(signing(element), 'HS256')
    await type(field(element, 'header'), '{"alg":"RS256"}')
    await eventually(() => expect(partsOf(shown(element)).header).toBe('{"alg":"RS256"}'))
    expect(textIn(editor(element))).toContain(words.edit.headerSays('"RS256"', 'HS256'))
  })

  test('with none writes alg none and an empty signature', async () => {
    const element = await open()
    await choose(signing(element), 'none')
    expect(shown(element)).toBe(`${base64url('{"alg":"none","typ":"JWT"}')}.${base64url(CLAIMS)}.`)
    await choose(signing(element), 'keep')
    expect(shown(element).split('.')[2]).toBe(TOKEN.split('.')[2])
  })

  test('tells whether a key fits, without changing anything', async () => {
    const element = await open()
    await type(key(element), 'wrong')
    await eventually(() => expect(textIn(editor(element))).toContain(words.edit.fitsNot))
    await type(key(element), TUTORIAL_KEY)
    await eventually(() => expect(textIn(editor(element))).toContain(words.edit.fits))
    expect(shown(element)).toBe(TOKEN)
  })

  test('signs and checks over plain http too, where the browser keeps Web Crypto off', async () => {
    const signed = await forge({
      header: '{"alg":"HS512","typ":"JWT"}',
      payload: CLAIMS,
      key: 'key',
      hash: 'SHA-512',
    })
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true })
    onTestFinished(() => void Reflect.deleteProperty(crypto, 'subtle'))
    const element = await open()
    await type(key(element), 'wrong')
    await eventually(() => expect(textIn(editor(element))).toContain(words.edit.fitsNot))
    await type(key(element), TUTORIAL_KEY)
    await eventually(() => expect(textIn(editor(element))).toContain(words.edit.fits))
    await choose(signing(element), 'HS512')
    await type(key(element), 'key')
    await eventually(() => expect(shown(element)).toBe(signed))
  })

  test('hides the key until asked', async () => {
    const element = await open()
    expect(key(element).type).toBe('password')
    await press(element, words.edit.showKey)
    expect(key(element).type).toBe('text')
    await press(element, words.edit.showKey)
    expect(key(element).type).toBe('password')
  })

  test('is undone as one change, and the fields follow', async () => {
    const element = await open()
    await type(field(element, 'payload'), '{"sub":"a"}')
    await type(field(element, 'payload'), '{"sub":"al"}')
    await press(element, words.undo)
    expect(shown(element)).toBe(TOKEN)
    expect(field(element, 'payload').value).toContain('johndoe')
    expect(hasButton(element, words.undo)).toBe(false)
  })
})

describe('flipping a bit', () => {
  const flipper = (element: Element) => one(element, 'bp-token-flip')
  const bit = (element: Element) => one(flipper(element), 'input', HTMLInputElement)

  test('takes the middle of the signature, and says what changed', async () => {
    const element = await inspect(TOKEN)
    expect(bit(element).value).toBe('128')
    await press(element, words.flip.flip)
    const [before, after] = [TOKEN, shown(element)].map((token) => token.split('.')[2]!)
    expect(textIn(flipper(element))).toContain(
      `${words.flip.done('signature', 128, 16, 22)} ${before![21]} → ${after![21]}`,
    )
  })

  test('takes the part and the bit that were chosen', async () => {
    const element = await inspect(TOKEN)
    await choose(all(flipper(element), 'select')[0]!, 'payload')
    // The lowest bit of the j in johndoe.
    await write(bit(element), String((CLAIMS.indexOf('john') + 1) * 8))
    await press(element, words.flip.flip)
    expect(partsOf(shown(element)).payload).toBe(CLAIMS.replace('johndoe', 'kohndoe'))
  })

  test('refuses a bit the part does not have', async () => {
    const element = await inspect(TOKEN)
    await write(bit(element), '257')
    await press(element, words.flip.flip)
    expect(shown(element)).toBe(TOKEN)
  })

  test('goes on where the token has become unreadable', async () => {
    const element = await inspect(TOKEN)
    await choose(all(flipper(element), 'select')[0]!, 'header')
    await write(bit(element), '1')
    await press(element, words.flip.flip)
    expect(all(element, '.problem')).toHaveLength(1)
    await press(element, words.flip.flip)
    expect(shown(element)).toBe(TOKEN)
  })

  test('has nothing to flip in an empty signature', async () => {
    const element = await inspect(withPart(TOKEN, 2, () => ''))
    expect(textIn(flipper(element))).toContain(words.flip.nothing)
    expect(bit(element).disabled).toBe(true)
  })
})

describe('comparing', () => {
  const comparer = (element: Element) => one(element, 'bp-token-compare')
  const second = (element: Element) => one(comparer(element), 'textarea', HTMLTextAreaElement)
  const rows = (element: Element) =>
    all(comparer(element), 'tbody tr').map((row) => textIn(row.firstElementChild!))

  test('says of each claim whether it is the same', async () => {
    const element = await inspect(TOKEN)
    await write(second(element), OTHER)
    const { compare } = words
    expect(rows(element)).toEqual([
      `alg = ${compare.same}`,
      `typ = ${compare.same}`,
      `sub = ${compare.same}`,
      `exp ✕ ${compare.differs}`,
      `role ← ${compare['first-only']}`,
      `scope → ${compare['second-only']}`,
      `${words.parts.signature} ✕ ${compare.differs}`,
    ])
    expect(textIn(comparer(element))).toContain(compare.summary(4, 7))
  })

  test('marks the characters that differ', async () => {
    const element = await inspect(await forge({ payload: '{"sub":"johndoe"}' }))
    await write(second(element), await forge({ payload: '{"sub":"janedoe"}' }))
    const [sub] = all(comparer(element), 'tbody tr').filter((row) => textIn(row).startsWith('sub'))
    expect(all(sub!, 'mark').map(textIn)).toEqual(['ohn', 'ane'])
  })

  test('offers the lesson’s tokens and the original', async () => {
    const carrying = (id: number, token: string) =>
      exchangeWith({ id, request: { headers: [['Authorization', `Bearer ${token}`]] } })
    const exchanges = [
      carrying(1, TOKEN),
      carrying(2, OTHER),
      carrying(3, OTHER),
      carrying(4, 'opaque'),
    ]
    const element = await inspect(TOKEN, { exchanges })
    const options = () => all(comparer(element), 'option').map(textIn)
    expect(options()).toEqual([words.compare.choose, words.compare.exchange(3)])
    await press(element, words.flip.flip)
    expect(options()).toEqual([
      words.compare.choose,
      words.compare.original,
      words.compare.exchange(3),
    ])
    await choose(all(comparer(element), 'select')[0]!, TOKEN)
    expect(textIn(comparer(element))).toContain(words.compare.summary(1, 6))
    // Undone, the two are one: no offer of the list is the second token any more.
    await press(element, words.undo)
    const select = one(comparer(element), 'select', HTMLSelectElement)
    expect(textIn(select.selectedOptions[0]!)).toBe(words.compare.choose)
  })

  test('says why a second one cannot be compared', async () => {
    const element = await inspect(TOKEN)
    await write(second(element), TOKEN.slice(0, TOKEN.lastIndexOf('.')))
    expect(textIn(one(comparer(element), '.fault'))).toContain('Two parts of three')
  })

  test('of a token with itself finds no difference', async () => {
    const element = await inspect(TOKEN)
    await write(second(element), TOKEN)
    expect(textIn(comparer(element))).toContain(words.compare.summary(0, 6))
  })
})
