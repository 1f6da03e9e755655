/** What was read out of a token by hand, compared with what a server read. */

import { describe, expect, test } from 'vitest'
import '../../../web/lesson/reading.ts'
import type { Reading } from '../../../web/lesson/reading.ts'
import { en } from '../../../web/words/en.ts'
import { readingWords } from '../../../web/words/reading.ts'
import { all, BOTH, expectAccessible, heard, mount, one, textIn } from '../../support/fixture.ts'

const show = (part: Partial<Reading> = {}) => mount('bp-reading', { words: en, ...part })

const write = (reading: Reading, text: string) => {
  one(reading, 'input').value = text
  one(reading, 'button').click()
}

describe('a reading', () => {
  test('is told when it is to be compared', async () => {
    const reading = await show()
    const heardReadings = heard<string>(reading, 'read')
    write(reading, ' johndoe ')
    expect(heardReadings).toEqual(['johndoe'])
  })

  test.each(['', '   '])('of nothing, %j, is told to nobody', async (text) => {
    const reading = await show()
    const heardReadings = heard<string>(reading, 'read')
    write(reading, text)
    expect(heardReadings).toEqual([])
  })

  test('that was typed for another task does not stay', async () => {
    const reading = await show({ task: 'by-hand' })
    one(reading, 'input').value = 'typed'
    reading.words = { ...en }
    await reading.updateComplete
    expect(one(reading, 'input').value).toBe('typed')
    reading.task = 'read'
    await reading.updateComplete
    expect(one(reading, 'input').value).toBe('')
  })

  test('that is right stands as it is', async () => {
    const reading = await show({ reading: { text: 'johndoe', came: 'johndoe' } })
    expect(textIn(reading)).toContain(readingWords.en.right)
    expect(one(reading, 'input').readOnly).toBe(true)
    expect(all(reading, 'button')).toEqual([])
  })

  test('that is not right can be made again', async () => {
    const reading = await show({ reading: { text: 'jane', came: 'johndoe' } })
    expect(textIn(reading)).toContain(readingWords.en.other)
    expect(textIn(reading)).not.toContain('johndoe')
    expect(all(reading, 'button')).toHaveLength(1)
  })
})

test.each(BOTH)('is accessible in $language', async ({ words }) => {
  await expectAccessible(await show({ words, reading: { text: 'jane', came: 'x' } }))
})
