/** A sequence diagram: drawn for the eye, listed for the ear. */

import { expect, test } from 'vitest'
import {
  type Message,
  type Participant,
  type SequenceDiagram,
} from '../../../web/exchange/sequence-diagram.ts'
import { all, expectAccessible, mount, one, rendered, textIn } from '../../support/fixture.ts'

const PARTICIPANTS: Participant[] = [
  { id: 'you', label: 'Browser' },
  { id: 'api', label: 'API' },
]

const MESSAGES: Message[] = [
  { from: 'you', to: 'api', label: 'GET /items/', tone: 'accent', state: 'past' },
  { from: 'api', to: 'api', label: 'looks', state: 'now' },
  { from: 'api', to: 'you', label: '401', tone: 'stop', state: 'ahead' },
]

const show = async (part: Partial<SequenceDiagram> = {}) => {
  const element = await mount('bp-sequence-diagram', {
    participants: PARTICIPANTS,
    messages: MESSAGES,
    label: 'One request',
    nowLabel: 'now',
    ...part,
  })
  // The drawing takes the width it was given a frame later.
  await rendered()
  return element
}

const svgOf = (element: SequenceDiagram) => one(element, 'svg', SVGSVGElement)

const drawn = (element: SequenceDiagram, selector: string) =>
  [...svgOf(element).querySelectorAll(selector)].map((node) => node.textContent)

const listed = (element: Element) => all(element, 'ol > li').map(textIn)

test('lists who sends what to whom, in order', async () => {
  expect(listed(await show())).toEqual([
    'Browser → API: GET /items/',
    'API → API: looks (now)',
    'API → Browser: 401',
  ])
})

test('draws each participant and each message that it lists', async () => {
  const element = await show()
  expect(drawn(element, '.head-text')).toEqual(['Browser', 'API'])
  expect(drawn(element, '.text')).toEqual(['GET /items/', 'looks', '401'])
})

test('in a narrow column labels are whole, beside the middle of their arrow where that is too near the edge', async () => {
  const labels = ['1 Name and password', '2 A form to the token URL', '3 Kept for the next page']
  const element = await mount('bp-sequence-diagram', {
    participants: [...PARTICIPANTS, { id: 'auth', label: 'Auth' }],
    messages: MESSAGES.map((message, index) => ({ ...message, label: labels[index]! })),
  })
  element.style.width = '240px'
  await rendered()
  await rendered()
  expect(drawn(element, '.text')).toEqual(labels)
  const { left, right } = svgOf(element).getBoundingClientRect()
  for (const text of svgOf(element).querySelectorAll('.text')) {
    const box = text.getBoundingClientRect()
    expect(box.left).toBeGreaterThanOrEqual(left)
    expect(box.right).toBeLessThanOrEqual(right)
  }
})

test('hides the drawing from screen readers, and names the list', async () => {
  const element = await show()
  expect(svgOf(element).getAttribute('aria-hidden')).toBe('true')
  expect(one(element, 'ol').getAttribute('aria-label')).toBe('One request')
})

test('marks the message that happens now, in the drawing and in the list', async () => {
  const element = await show()
  expect(drawn(element, '.now .text')).toEqual(['looks'])
  const current = all(element, '[aria-current=step]').map(textIn)
  expect(current).toEqual(['API → API: looks (now)'])
})

test('points each arrow at whom it is sent to', async () => {
  const element = await show()
  const directions = [...svgOf(element).querySelectorAll('line.arrow')].map((line) =>
    Math.sign(Number(line.getAttribute('x2')) - Number(line.getAttribute('x1'))),
  )
  expect(directions).toEqual([1, -1])
})

test.each([320, 900])('is drawn at one unit a pixel in a width of %i pixels', async (width) => {
  const element = await mount('bp-sequence-diagram', {
    participants: PARTICIPANTS,
    messages: MESSAGES,
  })
  element.style.width = `${width}px`
  await rendered()
  await rendered()
  expect(svgOf(element).getAttribute('viewBox')).toMatch(new RegExp(`^0 0 ${width} `))
})

test.each(['Bearer '.repeat(80), '열쇠 '.repeat(80)])(
  'a label that is too long is cut in the drawing and whole in the list',
  async (label) => {
    const element = await show({ messages: [{ from: 'you', to: 'api', label, state: 'now' }] })
    const [text] = drawn(element, '.text')
    expect(text).toMatch(/…$/)
    expect(label.startsWith(text!.slice(0, -1))).toBe(true)
    expect(listed(element)).toEqual([`Browser → API: ${label.trim()} (now)`])

    const box = svgOf(element).querySelector<SVGTextElement>('.text')!.getBBox()
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(element.clientWidth)
  },
)

test('a participant that has no name is called by its id', async () => {
  const messages: Message[] = [{ from: 'you', to: 'idp', label: 'hello', state: 'now' }]
  expect(listed(await show({ messages }))).toEqual(['Browser → idp: hello (now)'])
})

test('with no messages still draws who takes part', async () => {
  const element = await show({ messages: [] })
  expect(drawn(element, '.head-text')).toEqual(['Browser', 'API'])
  expect(listed(element)).toEqual([])
})

test('is accessible', async () => {
  await expectAccessible(await show())
})
