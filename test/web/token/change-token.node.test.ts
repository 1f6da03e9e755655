/** Tokens changed on purpose: parts, algorithms, single bits, signatures; and two of them compared. */

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runsOf } from '../../../web/token/characters-of.ts'
import {
  bitsOf,
  flipBit,
  partFor,
  withAlgorithm,
  withPart,
} from '../../../web/token/change-token.ts'
import { compareTokens } from '../../../web/token/compare-tokens.ts'
import { offsetOf } from '../../../web/token/offset-of.ts'
import { readJson } from '../../../web/token/read-json.ts'
import { type Jws, readToken } from '../../../web/token/read-token.ts'
import { ALGORITHMS, fits, sign } from '../../../web/token/sign-token.ts'
import { base64url, forge, TUTORIAL_KEY } from '../../../lessons/contract/forge.ts'

function jws(token: string): Jws {
  const reading = readToken(token)
  expect(reading.kind).toBe('jws')
  return reading as Jws
}

const TOKEN = await forge({ payload: '{"sub":"johndoe","exp":1795352552}' })

test('a part is replaced, and the others stay', () => {
  expect(withPart('a.b.c', 'payload', 'x')).toBe('a.x.c')
  expect(withPart('a.b.c', 'signature', '')).toBe('a.b.')
})

test('a part is written without blanks between its tokens, and no number changes', () => {
  expect(partFor('{\n  "n": 12345678901234567890,\n  "t": "a b"\n}')).toBe(
    base64url('{"n":12345678901234567890,"t":"a b"}'),
  )
})

describe('an algorithm written into a header', () => {
  test.each([
    ['{"alg":"HS256","typ":"JWT"}', '{"alg":"none","typ":"JWT"}'],
    ['{"typ":"JWT","alg": 1 }', '{"typ":"JWT","alg": "none" }'],
    ['{"alg":"a","alg":"b"}', '{"alg":"a","alg":"none"}'],
    ['{"typ":"JWT"}', '{"alg":"none","typ":"JWT"}'],
    ['{}', '{"alg":"none"}'],
  ])('%s becomes %s', (text, expected) => {
    const reading = readJson(text)
    if (reading.fault) throw new Error(reading.fault)
    const value = reading.value as Record<string, unknown>
    expect(withAlgorithm({ text, value, members: reading.members }, 'none')).toBe(expected)
  })
})

describe('a flipped bit', () => {
  const { parts } = jws(TOKEN)

  test.each(parts)('is by default the middle one of the $name', (part) => {
    const { bit, byte, token } = flipBit(TOKEN, part)
    expect(bit).toBe(bitsOf(part) / 2)
    expect(byte).toBe(Math.ceil(bit / 8))
    expect(token).not.toBe(TOKEN)
  })

  test('is the only one that differs, and the character is the one that changed', () => {
    const signature = parts[2]!
    fc.assert(
      fc.property(fc.integer({ min: 1, max: bitsOf(signature) }), (bit) => {
        const flip = flipBit(TOKEN, signature, bit)
        const changed = readToken(flip.token)
        if (!('parts' in changed)) throw new Error(changed.kind)
        const differing = [...signature.bytes!].flatMap((byte, index) => {
          const difference = byte ^ changed.parts[2]!.bytes![index]!
          return difference === 0 ? [] : [index * 8 + Math.clz32(difference) - 24 + 1]
        })
        expect(differing).toEqual([bit])
        const texts = [signature.text, changed.parts[2]!.text]
        const at = Array.from(texts[0]!).findIndex((letter, index) => letter !== texts[1]![index])
        expect([flip.character, flip.from, flip.to]).toEqual([at + 1, texts[0]![at], texts[1]![at]])
      }),
    )
  })

  test('flipped again gives the token back', () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 2), fc.nat(), (index, seed) => {
        const bit = 1 + (seed % bitsOf(parts[index]!))
        const { token } = flipBit(TOKEN, parts[index]!, bit)
        const again = readToken(token)
        if (!('parts' in again)) throw new Error(again.kind)
        expect(flipBit(token, again.parts[index]!, bit).token).toBe(TOKEN)
      }),
    )
  })
})

describe('a signature', () => {
  test('with the tutorial’s key is the one the server makes', async () => {
    expect(await sign(withPart(TOKEN, 'signature', ''), TUTORIAL_KEY, 'HS256')).toBe(TOKEN)
  })

  test.each(ALGORITHMS)('by %s fits its own key, and no other', async (algorithm) => {
    const token = await sign(TOKEN, '열쇠', algorithm)
    expect(await fits(token, '열쇠', algorithm)).toBe(true)
    expect(await fits(token, '열쇠 ', algorithm)).toBe(false)
    expect(jws(token).parts[2]!.bytes!.length * 8).toBe(Number(algorithm.slice(2)))
  })
})

describe('the characters of a claim', () => {
  test('are those that change with it, at any length of what stands before', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 8 }),
        fc.string({ unit: 'grapheme' }),
        (before, value) => {
          const payload = `{${JSON.stringify(`a${before}`)}:1,"b":${JSON.stringify(value)},"c":true}`
          const part = jws(`${base64url('{"alg":"none"}')}.${base64url(payload)}.`).parts[1]!
          const runs = runsOf(part)
          expect(runs.map(({ text }) => text).join('')).toBe(part.text)
          expect(runs.flatMap(({ member }) => member ?? [])).toEqual([0, 1, 2])
          // Decoded with what stands before, they hold the whole claim.
          const end = runs.findIndex(({ member }) => member === 1)
          const bytes = Buffer.from(
            runs
              .slice(0, end + 1)
              .map(({ text }) => text)
              .join(''),
            'base64url',
          )
          expect(bytes.toString()).toContain(`"b":${JSON.stringify(value)}`)
        },
      ),
    )
  })

  test('of a part without claims are all of it', () => {
    expect(runsOf(jws(TOKEN).parts[2]!)).toEqual([{ text: TOKEN.split('.')[2] }])
  })
})

describe('the character that is wrong', () => {
  const header = base64url('{"alg":"HS256"}')
  test.each([
    ['a foreign character', `${header}.ab!c.x`, header.length + 3],
    ['a dot too many', `${header}.e30.e30.e30`, header.length + 8],
    [
      'a byte',
      `${header}.${base64url(Uint8Array.of(0x22, 0x61, 0x61, 0xff))}.`,
      header.length + 1 + 4,
    ],
    ['a place in JSON', `${header}.${base64url('{"a" 1}')}.`, header.length + 1 + 6],
    [
      'a place in JSON behind wide letters',
      `${header}.${base64url('{"가" 1}')}.`,
      header.length + 1 + 9,
    ],
  ])('is found: %s', (_, text, offset) => {
    const reading = readToken(text)
    if (reading.kind !== 'malformed') throw new Error(reading.kind)
    expect(offsetOf(reading.problem, reading.parts)).toBe(offset)
  })

  test('is none where a finding is about a whole part', () => {
    const { parts } = jws(TOKEN)
    expect(offsetOf({ code: 'bad-length', part: 'payload', count: 5 }, parts)).toBeUndefined()
    expect(offsetOf({ code: 'signature-length', part: 'signature', at: 3 }, parts)).toBeUndefined()
  })
})

test('two tokens are compared claim by claim', async () => {
  const second = await forge({
    header: '{"alg":"HS256"}',
    payload: '{"exp":1,"sub":"johndoe","scope":"me"}',
  })
  const rows = compareTokens(jws(TOKEN), jws(second))
  expect(rows.map(({ part, name, state }) => [part, name, state])).toEqual([
    ['header', 'alg', 'same'],
    ['header', 'typ', 'first-only'],
    ['payload', 'sub', 'same'],
    ['payload', 'exp', 'differs'],
    ['payload', 'scope', 'second-only'],
    ['signature', '', 'differs'],
  ])
  expect(rows[3]).toMatchObject({ first: '1795352552', second: '1' })
})
