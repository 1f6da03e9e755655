/** Source that tells what it runs: each statement, and nothing else about it changes. */

import { describe, expect, test } from 'vitest'
import { transformWithOxc } from 'vite'
import { createRecorder } from '../../../../server/stage/recorder.ts'
import { instrument } from '../../../../web/stage/instrument/instrument.ts'

/** Makes what a module exports by default, instrumented; a `turn` of a loop goes to `turned`. */
async function made<Made>(source: string, turned: () => void = () => {}) {
  const { code, points } = instrument(source, { loops: true })
  const { code: script } = await transformWithOxc(code, 'app.ts')
  const url = `data:text/javascript,${encodeURIComponent(script)}`
  const module = (await import(/* @vite-ignore */ url)) as {
    default: (ran: unknown) => Promise<Made>
  }
  const recorder = createRecorder()
  const value = await module.default(Object.assign(recorder.ran, { turn: turned }))
  /** What ran since the last time, as it stands in the source. */
  const ran = () => recorder.take().points.map((point) => textAt(point))
  const textAt = (point: number) => source.slice(points[point]!.from, points[point]!.to)
  return { value, ran, recorder, textAt }
}

/** Runs a function's body, and gives what came of it and what ran. */
async function run(body: string) {
  const { value, ran } = await made<() => unknown>(`export default function run() {\n${body}\n}`)
  return { result: await value(), ran: ran() }
}

describe('what runs is told by its place', () => {
  test.each<[what: string, body: string, ran: string[], result: unknown]>([
    ['statements', 'const a = 1\nreturn a', ['const a = 1', 'return a'], 1],
    [
      'the branch that is taken',
      'const a = 1\nif (a) { return 2 } else { return 3 }',
      ['const a = 1', 'if (a)', 'return 2'],
      2,
    ],
    [
      'a branch without braces',
      'let a = 1\nif (a > 1) a = 2; else a = 3\nreturn a',
      ['let a = 1', 'if (a > 1)', 'a = 3', 'return a'],
      3,
    ],
    [
      'a loop without braces, and one under a label',
      'let a = 0\nout: for (const b of [1, 2]) { for (;;) { a += b; continue out } }\nwhile (a < 9) a++\nreturn a',
      [
        'let a = 0',
        'out: for (const b of [1, 2])',
        'for (;;)',
        'a += b;',
        'continue out',
        'while (a < 9)',
        'a++',
        'return a',
      ],
      9,
    ],
    [
      'clauses of a switch',
      'switch (2 as number) { case 1: return 1\ncase 2: const a = 2; return a }',
      ['switch (2 as number)', 'const a = 2;', 'return a'],
      2,
    ],
    [
      'what is caught, and what comes at last',
      'let a = ""\ntry { JSON.parse("{") } catch { a += "c" } finally { a += "f" }\nreturn a',
      ['let a = ""', 'try', 'JSON.parse("{")', 'a += "c"', 'a += "f"', 'return a'],
      'cf',
    ],
    [
      'functions in functions, arrows in arrows',
      'const f = (a: number) => (b: number) => a + b\nreturn f(1)(2)',
      [
        'const f = (a: number) => (b: number) => a + b',
        'return f(1)(2)',
        '(b: number) => a + b',
        'a + b',
      ],
      3,
    ],
    [
      'an arrow that gives an object, on a line of its own',
      'const f = () =>\n  // why\n  ({ a: 1 })\nreturn f()',
      ['const f = () =>\n  // why\n  ({ a: 1 })', 'return f()', '{ a: 1 }'],
      { a: 1 },
    ],
    [
      'methods and generators',
      'class A { *each() { yield 1; yield 2 } }\nreturn [...new A().each()]',
      [
        'class A { *each() { yield 1; yield 2 } }',
        'yield 1;',
        'yield 2',
        'return [...new A().each()]',
      ],
      [1, 2],
    ],
    ['a return of nothing', 'return', ['return'], undefined],
    ['a return in brackets', 'return(\n1)', ['return(\n1)'], 1],
    [
      'asynchronous work',
      'return (async () => { await 0; return 5 })()',
      ['return (async () => { await 0; return 5 })()', 'await 0;', 'return 5'],
      5,
    ],
  ])('%s', async (_, body, ran, result) => {
    const outcome = await run(body)
    expect(outcome.result).toEqual(result)
    expect(outcome.ran.toSorted()).toEqual(ran.toSorted())
  })

  test('but nothing of what runs as the module is loaded', async () => {
    const { ran } = await made('const a = [1].length\nexport default a')
    expect(ran()).toEqual([])
  })
})

describe('the code itself is the same', () => {
  test.each([
    [
      'types of all kinds',
      'type A = { a: 1 }\ninterface B extends Array<A> { b: string }\nconst a = { a: 1 } as const satisfies A\nexport default function run(this: void, b?: B): A { return a!; }',
      { a: 1 },
    ],
    [
      'names of its own with dollars',
      'const $ran = 1, $$at = 2\nexport default () => $ran + $$at',
      3,
    ],
    [
      'exports that nobody imports',
      'export const a = 1\nconst b = 2\nexport { b }\nexport default () => a + b',
      3,
    ],
    [
      'a default export before what it needs',
      'export default run\nfunction run() { return late }\nconst late = 4',
      4,
    ],
    [
      'work that is waited for as it is loaded',
      'const a = await Promise.resolve(6)\nexport default () => a',
      6,
    ],
  ])('with %s', async (_, source, result) => {
    const { value } = await made<() => unknown>(source)
    expect(value()).toEqual(result)
  })

  test('with imports after other statements', () => {
    const { code } = instrument(
      "const a = 1\nimport b from 'b'\nexport * from 'c'\nexport default [a, b]",
    )
    expect(code.indexOf("import b from 'b'")).toBeLessThan(code.indexOf('export default async'))
    expect(code.indexOf("export * from 'c'")).toBeLessThan(code.indexOf('export default async'))
  })

  test('and stands on the same lines', () => {
    const source = "import a from 'a'\n\nconst f = () =>\n  a\n\nexport default f\n"
    const { code } = instrument(source)
    const lineOf = (text: string, part: string) =>
      text.slice(0, text.indexOf(part)).split('\n').length
    expect(lineOf(code, 'const f')).toBe(lineOf(source, 'const f'))
    expect(lineOf(code, '  a')).toBe(lineOf(source, '  a'))
  })

  test.each(['const a = ', 'export default {', 'if (', 'const a: = 1'])(
    'but %j is none, and that is said with the place',
    (source) => {
      expect(() => instrument(source)).toThrow(
        expect.objectContaining({ name: 'SyntaxError', pos: expect.any(Number) }),
      )
    },
  )
})

describe('the statement that an error comes from', () => {
  const refusedOf = async (source: string) => {
    const { value, recorder, textAt } = await made<() => unknown>(source)
    try {
      await value()
    } catch (error) {
      recorder.refused(error)
    }
    const { refused } = recorder.take()
    return refused === undefined ? undefined : textAt(refused)
  }

  test.each([
    [
      'is the one that throws',
      'export default () => { const a = 1; throw new Error(String(a)) }',
      'throw new Error(String(a))',
    ],
    [
      'is the innermost',
      'const deep = () => { throw 1 }\nexport default () => { deep(); return 1 }',
      'throw 1',
    ],
    [
      'calls what is not of this module',
      'export default () => { JSON.parse("{") }',
      'JSON.parse("{")',
    ],
    [
      'gives a promise away that fails later',
      'export default () => Promise.reject(new Error("late"))',
      'Promise.reject(new Error("late"))',
    ],
    [
      'returns such a promise',
      'export default async () => { return Promise.reject(new Error("late")) }',
      'return Promise.reject(new Error("late"))',
    ],
    [
      'is the last where one error is made of another',
      'export default () => { try { JSON.parse("{") } catch { throw new Error("other") } }',
      'throw new Error("other")',
    ],
  ])('%s', async (_, source, refused) => {
    expect(await refusedOf(source)).toBe(refused)
  })

  test('is none where the error was dealt with', async () => {
    expect(
      await refusedOf('export default () => { try { JSON.parse("{") } catch {} return 1 }'),
    ).toBeUndefined()
  })
})

test('a loop without end can be ended at any turn', async () => {
  let turns = 0
  const { value } = await made<() => void>('export default () => { for (;;); }', () => {
    turns += 1
    if (turns === 100) throw new Error('too long')
  })
  expect(value).toThrow('too long')
})

test('loops are left alone unless their turns are wanted', () => {
  expect(instrument('export default () => { for (;;) {} }').code).not.toContain('.turn(')
})
