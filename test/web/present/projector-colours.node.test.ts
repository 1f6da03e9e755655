/** The projector's colours are as far apart as a bright room needs. */

import { expect, test } from 'vitest'
import { projectorColours as colours } from '../../../web/present/projector-colours.ts'

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

type Name = keyof typeof colours

const names = Object.keys(colours) as Name[]
const grounds = names.filter((name) => /^(paper|sheet|sunk)$|-soft$/.test(name))
const inks = names.filter((name) => /^(ink|ink-2|accent|pass|stop|wait|token-\w+)$/.test(name))

test('the measure is the standard’s: black on white is 21, a known grey 4.5', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})

test('there are grounds and inks to compare', () => {
  expect([grounds.length, inks.length]).toEqual([7, 9])
})

test.each(inks)('%s is read on every ground with a contrast of 7', (ink) => {
  const poor = grounds.filter((ground) => contrast(colours[ink], colours[ground]) < 7)
  expect(poor).toEqual([])
})

test('what stands on a button’s colour is read with a contrast of 7', () => {
  expect(contrast(colours['on-accent'], colours.accent)).toBeGreaterThanOrEqual(7)
})

test('lines and edges are seen on paper with a contrast of 3', () => {
  for (const name of ['line', 'edge'] as const) {
    expect(contrast(colours[name], colours.paper)).toBeGreaterThanOrEqual(3)
  }
})
