/** What marks come to, line by line, and how a line is cut at them. */

import { describe, expect, test } from 'vitest'
import firstSteps from '../../../../lessons/1-first-steps/lesson.ts'
import twoServers from '../../../../lessons/5-two-servers/lesson.ts'
import type { Trace } from '../../../../server/security/trace.ts'
import { linesOf, rangeOfLines } from '../../../../web/panels/code/code-document.ts'
import { ranIn, stepsOf, traceAt } from '../../../../web/panels/code/code-files.ts'
import { noteAbout } from '../../../../web/panels/code/code-note.ts'
import { lineMarks, type Mark, runMarks } from '../../../../web/panels/code/marks.ts'
import { segmentsOf } from '../../../../web/panels/code/segments.ts'
import { instrument } from '../../../../web/stage/instrument/instrument.ts'
import { codeWords } from '../../../../web/words/code.ts'
import { en } from '../../../../web/words/en.ts'
import { exchangeWith, stoppedAtHeader } from '../../../support/exchange-literal.ts'

const SOURCE = `const guard = depends(scheme, 'user', (c) => {
  if (!c.user) throw 1
  return c.user
})
const other = () => 2
app.get('/a', guard, (c) => c.json(1))
app.get('/b', () => other())
`

/** Marks of a run, by the text that they stand at. */
function marksOf(ran: string[], refused?: string) {
  const map = instrument(SOURCE)
  const at = (text: string) => {
    const id = map.points.findIndex(({ from, to }) => SOURCE.slice(from, to) === text)
    expect(id, text).toBeGreaterThanOrEqual(0)
    return id
  }
  const event = {
    kind: 'ran' as const,
    points: ran.map(at),
    ...(refused !== undefined && { refused: at(refused) }),
  }
  return runMarks(map, event).map(({ kind, from, to }) => `${kind}: ${SOURCE.slice(from, to)}`)
}

describe('what a request ran', () => {
  test('is marked, and so is what lay on its way; other routes and what they call are not', () => {
    expect(marksOf(["app.get('/a'", 'scheme', 'if (!c.user)'], 'throw 1')).toEqual([
      "ran: app.get('/a'",
      'ran: scheme',
      'unreached: guard',
      'ran: if (!c.user)',
      'refused: throw 1',
      'unreached: return c.user',
      'unreached: c.json(1)',
    ])
  })

  test('is not marked where the numbers are of another source', () => {
    const map = instrument(SOURCE)
    expect(runMarks(map, { kind: 'ran', points: [999], refused: 1000 })).toEqual([])
  })
})

test('what a `depends` waits for is the one thing before its function that can be a guard', () => {
  const { points } = instrument(
    'const a = returns(Model, guard, () => 1)\nconst b = twice(first, second)\n',
  )
  expect(points.filter(({ kind }) => kind === 'guard')).toHaveLength(1)
})

describe('a line', () => {
  const TEXT = 'if (a) b()\n  c(\n    d,\n  )\n\n'
  const mark = (kind: Mark['kind'], text: string): Mark => {
    const from = TEXT.indexOf(text)
    return { kind, from, to: from + text.length }
  }
  const WHOLE = 'c(\n    d,\n  )'

  test.each<[string, Mark[], (string | undefined)[]]>([
    ['without marks has none', [], [undefined, undefined, undefined, undefined]],
    ['is what begins on it', [mark('ran', 'if (a)')], ['ran', undefined, undefined, undefined]],
    [
      'of two things is the more telling',
      [mark('unreached', 'if (a)'), mark('refused', 'b()')],
      ['refused', undefined, undefined, undefined],
    ],
    ['goes on as it began', [mark('ran', WHOLE)], [undefined, 'ran', 'ran', 'ran']],
    [
      'is what the innermost says, though that comes first',
      [mark('unreached', 'd,'), mark('ran', WHOLE)],
      [undefined, 'ran', 'unreached', 'ran'],
    ],
  ])('%s', (_, marks, runs) => {
    expect(
      lineMarks(TEXT, marks)
        .map(({ run }) => run)
        .slice(0, 4),
    ).toEqual(runs)
  })

  test('names the stretch of which something else is true', () => {
    const marks = [mark('ran', 'if (a)'), mark('unreached', 'b()')]
    expect(lineMarks(TEXT, marks)[0]!.parts).toEqual([marks[1]])
  })

  test('names what refused, where more began on it', () => {
    const marks = [mark('ran', 'if (a)'), mark('refused', 'b()')]
    expect(lineMarks(TEXT, marks)[0]!.parts).toEqual([marks[1], marks[0]].toReversed())
  })

  test('names what refused where it is the only thing that began on it', () => {
    const marks = [mark('refused', 'b()')]
    expect(lineMarks(TEXT, marks)[0]).toMatchObject({ run: 'refused', parts: marks })
  })

  test('that refuses as a whole has no part that did', () => {
    const marks = [mark('refused', 'if (a) b()')]
    expect(lineMarks(TEXT, marks)[0]!.parts).toEqual([])
  })

  test('is shown or new beside whatever ran', () => {
    const [first, second] = lineMarks(TEXT, [
      mark('ran', 'if (a)'),
      mark('shown', 'if (a) b()'),
      mark('added', WHOLE),
    ])
    expect(first).toMatchObject({ run: 'ran', isShown: true, isAdded: false })
    expect(second).toMatchObject({ isShown: false, isAdded: true })
  })
})

test('lines are known by their numbers, the first by 1', () => {
  expect(linesOf('a\n\nbc\n')).toEqual([
    { from: 0, to: 1 },
    { from: 2, to: 2 },
    { from: 3, to: 5 },
  ])
  expect(rangeOfLines('a\n\nbc\n', 1, 3)).toEqual({ from: 0, to: 5 })
  expect(rangeOfLines('a\n', 2)).toBeUndefined()
})

test('a line is cut where a link or a part begins or ends, and nothing of it is lost', () => {
  const tokens = [
    { text: 'const ', kind: 'keyword' as const },
    { text: 'a = make()', kind: 'plain' as const },
  ]
  const link = { from: 14, to: 18, file: 'security/x.ts', line: 3 }
  const segments = segmentsOf(
    { from: 4, to: 20 },
    tokens,
    [link],
    [{ kind: 'refused', from: 14, to: 20 }],
  )
  expect(segments).toEqual([
    { text: 'const ', kind: 'keyword' },
    { text: 'a = ', kind: 'plain' },
    { text: 'make', kind: 'plain', link, part: 'refused' },
    { text: '()', kind: 'plain', part: 'refused' },
  ])
})

describe('whose marks a step has', () => {
  const theirs: Trace = [{ kind: 'ran', points: [7] }]
  const called: Trace[number] = {
    kind: 'called',
    request: { method: 'GET', url: 'http://x/', headers: [], body: '' },
    response: null,
    trace: theirs,
  }
  const own: Trace = [called, { kind: 'ran', points: [1] }]
  const exchange = exchangeWith({ lesson: 'two-servers', server: 'client', trace: own })
  const [client, auth] = stepsOf(twoServers, 'client')

  test('the one that answered has its own, and the one it called has what was recorded there', () => {
    expect(ranIn(traceAt(twoServers, client, exchange)!)?.points).toEqual([1])
    expect(ranIn(traceAt(twoServers, auth!, exchange)!)?.points).toEqual([7])
  })

  test.each([
    ['no exchange', undefined],
    ['an exchange of another lesson', { ...exchange, lesson: 'jwt' }],
    ['an exchange with another server', { ...exchange, server: 'auth' }],
    ['a server that is none', { ...exchange, server: 'constructor' }],
  ])('%s leaves none', (_, other) => {
    expect(traceAt(twoServers, client, other)).toBeUndefined()
  })

  test('a server that is none is the first of the lesson', () => {
    expect(stepsOf(firstSteps, '__proto__')).toEqual([{ app: '1-first-steps/app', server: 'api' }])
  })
})

describe('the sentence', () => {
  const words = codeWords.en
  const said = (trace?: Trace) => noteAbout(trace, en, words)
  const decided = (gate: string, pass: boolean): Trace[number] => ({
    kind: 'decided',
    by: 'x',
    gate,
    pass,
    because: 'x',
  })

  test.each<[string, Trace | undefined, string, boolean]>([
    ['before the first exchange', undefined, words.idle, false],
    ['where no route fits', [decided('route', false)], words.host, false],
    ['where a gate stops the request', stoppedAtHeader, words.stopped(en.gates['header']!), true],
    [
      'where a gate of no name does',
      [decided('constructor', false)],
      words.stopped('constructor'),
      true,
    ],
    ['where the handler refuses', [decided('handler', false)], words.refused, true],
    ['where it answers', [{ kind: 'ran', points: [1] }], words.ran, false],
    ['where nothing of the step ran', [], words.hostRoute, false],
  ])('%s', (_, trace, text, isHalted) => {
    expect(said(trace)).toEqual({ text, isHalted })
  })
})
