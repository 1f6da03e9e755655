/** The bcrypt chart with a measurement that the tests hold in their hands. */

import { afterEach, expect, test } from 'vitest'
import '../../../web/lesson/bcrypt-chart.ts'
import type { Measure } from '../../../web/lesson/bcrypt-measure.ts'
import { bcryptWords } from '../../../web/words/bcrypt.ts'
import { all, BOTH, expectAccessible, mount, one, rendered, textIn } from '../../support/fixture.ts'
import { provideContext } from '../../support/lesson-context.ts'

afterEach(() => provideContext({}))

/** What a machine would measure that does exactly as bcrypt says. */
const TIMES: [cost: number, milliseconds: number][] = [
  [4, 1.25],
  [8, 20],
  [10, 80],
  [12, 320],
]

/** A measurement that waits for the test: it gives results, ends well, or breaks. */
function byHand() {
  const started: { costs: readonly number[]; signal: AbortSignal }[] = []
  let give!: (cost: number, milliseconds: number) => void
  let end!: () => void
  let fail!: (error: Error) => void
  const measure: Measure = (costs, { onMeasured, signal }) => {
    started.push({ costs, signal })
    give = (cost, milliseconds) => onMeasured({ cost, milliseconds })
    return new Promise((resolve, reject) => {
      end = resolve
      fail = reject
      signal.addEventListener('abort', () => reject(signal.reason as Error))
    })
  }
  return {
    measure,
    started,
    async give(...times: [cost: number, milliseconds: number][]) {
      for (const [cost, milliseconds] of times) give(cost, milliseconds)
      await rendered()
    },
    async end() {
      end()
      await rendered()
    },
    async fail() {
      fail(new Error('worker failed'))
      await rendered()
    },
  }
}

async function show() {
  const hand = byHand()
  const chart = await mount('bp-bcrypt-chart', { measure: hand.measure })
  return { hand, chart }
}

async function started() {
  const { hand, chart } = await show()
  await press(chart, '.measure')
  return { hand, chart }
}

async function press(chart: Element, button: string) {
  one(chart, button).click()
  await rendered()
}

const rows = (chart: Element) =>
  all(chart, 'tbody tr').map((row) => [textIn(one(row, 'th')), textIn(one(row, '.value'))])

const widths = (chart: Element) =>
  all<SVGRectElement>(chart, 'rect').map((bar) => Number.parseFloat(bar.getAttribute('width')!))

const status = (chart: Element) => textIn(one(chart, '[role=status]'))

test('measures nothing before it is asked to, and says what will be', async () => {
  const { hand, chart } = await show()
  expect(hand.started).toEqual([])
  const open = `– ${bcryptWords.en.open}`
  expect(rows(chart)).toEqual(['4', '8', '10', '12'].map((cost) => [cost, open]))
  expect(widths(chart)).toEqual([0, 0, 0, 0])
  expect(all(chart, 'button').map(textIn)).toEqual([bcryptWords.en.measure])
  expect(textIn(chart)).toContain(bcryptWords.en.about)
})

test('shows how far it is, each time as it comes', async () => {
  const { hand, chart } = await started()
  expect(hand.started.map(({ costs }) => [...costs])).toEqual([[4, 8, 10, 12]])
  expect(one(chart, '.measure', HTMLButtonElement).disabled).toBe(true)
  expect(status(chart)).toBe(bcryptWords.en.started)
  expect(textIn(chart)).toContain(bcryptWords.en.measuring(4, 1, 4))

  await hand.give(...TIMES.slice(0, 2))
  expect(rows(chart).slice(0, 2)).toEqual([
    ['4', '1.3 ms'],
    ['8', '20 ms'],
  ])
  expect(one(chart, 'progress', HTMLProgressElement).value).toBe(2)
  expect(textIn(chart)).toContain(bcryptWords.en.measuring(10, 3, 4))
})

test('bars keep their length while longer ones are still to come', async () => {
  const { hand, chart } = await started()
  await hand.give(TIMES[0]!)
  const [first] = widths(chart)
  await hand.give(...TIMES.slice(1))
  expect(widths(chart)[0]).toBeCloseTo(first!)
})

test('draws the bars to scale and from zero', async () => {
  const { hand, chart } = await started()
  await hand.give(...TIMES)
  await hand.end()
  const longest = 320
  expect(widths(chart)).toEqual(TIMES.map(([, time]) => (100 * time) / longest))
  expect(textIn(chart)).toContain(bcryptWords.en.scale)
})

test('announces the results and what they mean, and offers to measure again', async () => {
  const { hand, chart } = await started()
  await hand.give(...TIMES)
  await hand.end()
  expect(status(chart)).toBe(
    [
      'Measured: cost 4, 1.3 ms; cost 8, 20 ms; cost 10, 80 ms; cost 12, 320 ms.',
      bcryptWords.en.doubles,
      bcryptWords.en.ratio(10, 12, 4, '4'),
    ].join(' '),
  )
  expect(all(chart, 'progress, .cancel')).toEqual([])
  expect(textIn(one(chart, '.measure'))).toBe(bcryptWords.en.again)

  await press(chart, '.measure')
  expect(hand.started).toHaveLength(2)
  expect(widths(chart)).toEqual([0, 0, 0, 0])
})

test.each([
  [320, false],
  [250, false],
  [200, true],
  [480, true],
])('%i milliseconds at cost 12 after 80 at cost 10: disturbed is %s', async (last, disturbed) => {
  const { hand, chart } = await started()
  await hand.give(...TIMES.slice(0, 3), [12, last])
  await hand.end()
  expect(status(chart).includes(bcryptWords.en.noisy)).toBe(disturbed)
})

test('is cancelled at once, takes nothing more in, and can begin anew', async () => {
  const { hand, chart } = await started()
  await hand.give(TIMES[0]!)
  await press(chart, '.cancel')
  expect(hand.started[0]!.signal.aborted).toBe(true)
  expect(status(chart)).toBe(bcryptWords.en.cancelled)
  await hand.give(TIMES[1]!)
  expect(widths(chart)).toEqual([0, 0, 0, 0])
  expect(status(chart)).toBe(bcryptWords.en.cancelled)

  await press(chart, '.measure')
  await hand.give(...TIMES)
  await hand.end()
  expect(rows(chart)[3]).toEqual(['12', '320 ms'])
})

test('says when it broke off, and can begin anew', async () => {
  const { hand, chart } = await started()
  await hand.fail()
  expect(status(chart)).toBe(bcryptWords.en.failed)
  await press(chart, '.measure')
  expect(status(chart)).toBe(bcryptWords.en.started)
  expect(hand.started).toHaveLength(2)
})

test('is cancelled when the learner leaves the page', async () => {
  const { hand, chart } = await started()
  chart.remove()
  expect(hand.started[0]!.signal.aborted).toBe(true)
})

test('the focus goes to what can be done next', async () => {
  const { hand, chart } = await show()
  one(chart, '.measure').focus()
  await press(chart, '.measure')
  expect(one(chart, '.cancel').matches(':focus')).toBe(true)
  await hand.give(...TIMES)
  await hand.end()
  expect(one(chart, '.measure').matches(':focus')).toBe(true)
})

test('a focus that went elsewhere stays there', async () => {
  const { hand, chart } = await started()
  const elsewhere = document.createElement('button')
  chart.after(elsewhere)
  elsewhere.focus()
  await hand.give(...TIMES)
  await hand.end()
  expect(document.activeElement).toBe(elsewhere)
})

test.each(BOTH)('speaks $language, and is accessible in every state', async ({ words }) => {
  provideContext({ words })
  const say = bcryptWords[words.id]
  const { hand, chart } = await show()
  expect(textIn(one(chart, 'h2'))).toBe(say.title)
  await expectAccessible(chart)
  await press(chart, '.measure')
  await hand.give(TIMES[0]!)
  await expectAccessible(chart)
  await hand.give(...TIMES.slice(1))
  await hand.end()
  expect(status(chart)).toContain(say.doubles)
  await expectAccessible(chart)
})
