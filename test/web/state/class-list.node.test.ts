/** A class as a table: who stands where, what stops most, and what a spreadsheet is given of it. */

import { describe, expect, test } from 'vitest'
import { lessons } from '../../../lessons/all.ts'
import { ClassList, LEARNER_LIMIT } from '../../../web/state/class-list.ts'
import { csvOf } from '../../../web/state/csv.ts'
import type { HandIn } from '../../../web/state/hand-in.ts'
import { requiredOf, tasksOf } from '../../../web/state/progress.ts'

const by = (name: string, tasks: HandIn['lessons'][string] = {}, saved = 1): HandIn => ({
  name,
  saved,
  lessons: { 'first-steps': tasks },
})

const classOf = (...handIns: HandIn[]) => {
  const list = new ClassList()
  for (const handIn of handIns) list.add(handIn)
  return list
}

test('a learner stands in each lesson by the tasks that it is not done without', () => {
  const [first] = lessons
  const required = requiredOf(tasksOf(first!))
  const all = Object.fromEntries(
    required.map(({ id }) => [id, { done: true, tries: 1, minutes: 1.5 }]),
  )
  const [minji] = classOf(by('Minji', all)).learners(lessons)
  expect(minji).toMatchObject({
    done: required.length,
    minutes: required.length * 1.5,
    tries: required.length,
    stuck: undefined,
  })
  expect(minji!.lessons).toEqual([
    { done: required.length, all: required.length },
    ...lessons.slice(1).map(() => undefined),
  ])
})

test('a learner is stuck at the open task that was tried most, from three tries on', () => {
  const tasks = {
    knock: { done: true, tries: 9 },
    invent: { done: false, tries: 2 },
    'wrong-scheme': { done: false, tries: 3 },
    'two-spellings': { done: false, tries: 5 },
  }
  const [one] = classOf(by('A', tasks)).learners(lessons)
  expect(one!.stuck).toEqual({ lesson: lessons[0], task: 'two-spellings', tries: 5 })
  const [other] = classOf(by('B', { invent: { done: false, tries: 2 } })).learners(lessons)
  expect(other!.stuck).toBeUndefined()
})

test('what was not recorded is unknown, and not nothing', () => {
  const [old] = classOf(by('Old', { invent: { done: true } })).learners(lessons)
  expect(old).toMatchObject({ minutes: undefined, tries: undefined })
})

test('of two files with one name the one that was saved later counts, in whatever order they come', () => {
  const early = by('Kim', { invent: { done: false, tries: 1 } }, 1)
  const late = by('Kim', { invent: { done: true, tries: 2 } }, 2)
  const list = new ClassList()
  expect([list.add(early), list.add(late), list.add(early), list.add(late)]).toEqual([
    'added',
    'newer',
    'older',
    'older',
  ])
  expect(list.learners(lessons).map(({ tries }) => tries)).toEqual([2])
})

test('of a task it is known how many have begun, how many are done, what it took, and what most did wrong', () => {
  const list = classOf(
    by('A', { invent: { done: true, tries: 1, minutes: 1 }, knock: { done: true } }),
    by('B', { invent: { done: false, tries: 6, minutes: 3, wrong: ['scheme-token'] } }),
    by('C', { invent: { done: false, wrong: ['scheme-token', 'space-missing'] } }),
  )
  const [invent, knock, ...others] = list.tasks(lessons)
  expect(others).toEqual([])
  expect(invent).toEqual({
    lesson: lessons[0],
    task: 'invent',
    begun: 3,
    done: 1,
    tries: 3.5,
    minutes: 2,
    wrong: { id: 'scheme-token', learners: 2 },
  })
  expect(knock).toMatchObject({
    task: 'knock',
    begun: 1,
    done: 1,
    tries: undefined,
    wrong: undefined,
  })
})

test('a class has ten thousand learners at most, and is there at once', () => {
  const list = new ClassList()
  for (let at = 0; at < LEARNER_LIMIT; at++) list.add(by(`Learner ${at}`))
  expect(list.add(by('One more'))).toBe('full')
  expect(list.add(by('Learner 1', {}, 2))).toBe('newer')
  expect(list.size).toBe(10_000)
  expect(list.learners(lessons)).toHaveLength(10_000)
})

test('a learner named after what every object has is a learner', () => {
  const names = ['__proto__', 'constructor', 'toString']
  expect(
    classOf(...names.map((name) => by(name)))
      .learners(lessons)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(names.sort())
})

describe('in a table for spreadsheets', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1', "'  =1"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    ['\uff1d1', "'\uff1d1"],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ['a=b', 'a=b'],
    ['Kim, Minji', '"Kim, Minji"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['김민지', '김민지'],
  ])('%j is %j', (text, cell) => {
    expect(csvOf([[text, 'end']])).toBe(`\ufeff${cell},end\r\n`)
  })

  test('numbers are numbers, and what is not known is empty', () => {
    expect(
      csvOf([
        ['a', 'b'],
        [0, undefined],
        [1.5, ''],
      ]),
    ).toBe('\ufeffa,b\r\n0,\r\n1.5,\r\n')
  })
})
