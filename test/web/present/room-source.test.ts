/** A region of a server's source, as a room sees it. */

import { expect, onTestFinished, test } from 'vitest'
import jwt from '../../../lessons/4-jwt/app.ts?source'
import { MASKED } from '../../../web/kit/masking.ts'
import { rangeOfLines } from '../../../web/panels/code/code-document.ts'
import '../../../web/present/room-source.ts'
import { all, expectAccessible, mount, rendered, textIn } from '../../support/fixture.ts'

const KEYS = jwt.text.match(/(?<=['"`])[\w$./]{32,}(?=['"`])/g)!

const show = (region: string) => mount('bp-room-source', { source: jwt, file: 'app.ts', region })

function mask() {
  document.documentElement.setAttribute(MASKED, '')
  onTestFinished(() => document.documentElement.removeAttribute(MASKED))
}

test('has the lines of its region and no others, under their numbers', async () => {
  const element = await show('current-user')
  const { first, last } = jwt.regions.find(({ name }) => name === 'current-user')!
  const numbers = all(element, '.line').map((one) => Number(textIn(one)))
  expect([numbers[0], numbers.at(-1), numbers.length]).toEqual([first, last, last - first + 1])
  await expectAccessible(element)
})

test('keys and hashes are dots while secrets are hidden, and are there once they are not', async () => {
  expect(KEYS.length).toBeGreaterThan(1)
  const regions = jwt.regions.map(({ name }) => name)
  const shown = async () => {
    const elements = await Promise.all(regions.map(show))
    return elements.map((element) => textIn(element)).join('\n')
  }
  const open = await shown()
  expect(KEYS.filter((key) => open.includes(key))).toEqual(KEYS)
  mask()
  const hidden = await shown()
  expect(KEYS.filter((key) => hidden.includes(key))).toEqual([])
  expect(hidden).toContain('••••••••')
})

test('a line that refused is marked by a sign too', async () => {
  const { first } = jwt.regions.find(({ name }) => name === 'current-user')!
  const element = await show('current-user')
  element.marks = [{ kind: 'refused', ...rangeOfLines(jwt.text, first)! }]
  await rendered()
  expect(all(element, '.refused .sign').map((one) => textIn(one))).toEqual(['✕'])
})

test('a region that another server has is shown by nothing', async () => {
  expect(textIn(await show('nowhere'))).toBe('')
})
