/** Writes down which points of a step's code one request runs through; the instrumented code calls it. */

import type { TraceEvent } from '../security/trace.ts'

/** What instrumented code calls, each time with the number of a point. See `web/stage/instrument`. */
export interface Ran {
  /** A statement begins. */
  (point: number): number
  /** An error leaves a function, whose last statement was `point`; gives the error. */
  threw: (point: number, error: unknown) => unknown
  /** A statement returns a value, which may be a promise that fails only later; gives the value. */
  gave: <Value>(point: number, value: Value) => Value
  /** A guard is named: what it does to a request is seen from outside. Gives a function that behaves as it does. */
  guard: <Value>(point: number, value: Value) => Value
  /** A guard or a handler of a route: once it is asked, the route is the one that was found. */
  route: <Value>(point: number, value: Value) => Value
}

type RanEvent = Extract<TraceEvent, { kind: 'ran' }>

export interface Recorder {
  ran: Ran
  /** The host answers an error. */
  refused: (error: unknown) => void
  /** What ran since the last time, or since the beginning. */
  take: () => RanEvent
}

type Callable = (this: unknown, ...args: unknown[]) => unknown

/** Makes the recorder of one instance of an app, for one request after the other. */
export function createRecorder(): Recorder {
  let points = new Set<number>()
  let origins = new Map<unknown, number>()
  let refused: number | undefined

  const mark = (point: number) => {
    points.add(point)
    return point
  }
  // The innermost function throws first: the others only let the error through.
  const threw = (point: number, error: unknown) => {
    if (!origins.has(error)) origins.set(error, point)
    return error
  }
  const gave = <Value>(point: number, value: Value): Value => {
    if (value instanceof Promise) value.catch((error: unknown) => threw(point, error))
    return value
  }

  const guard = <Value>(point: number, value: Value): Value =>
    around(value, (target, self, [c, next, ...rest]) => {
      if (typeof next !== 'function') return target.call(self, c, next, ...rest)
      let passed = false
      const onward = () => {
        passed = true
        mark(point)
        return (next as Callable)()
      }
      const stopped = () => {
        if (!passed) refused = point
      }
      const failed = (error: unknown) => {
        if (!passed) threw(point, error)
        throw error
      }
      try {
        const outcome = target.call(self, c, onward, ...rest)
        if (outcome instanceof Promise) {
          return outcome.then((answer: unknown) => {
            stopped()
            return answer
          }, failed)
        }
        stopped()
        return outcome
      } catch (error) {
        return failed(error)
      }
    })

  const route = <Value>(point: number, value: Value): Value =>
    around(value, (target, self, args) => {
      mark(point)
      return target.apply(self, args)
    })

  return {
    ran: Object.assign(mark, { threw, gave, guard, route }),
    refused: (error) => {
      refused = origins.get(error)
    },
    take: () => {
      const event: RanEvent = {
        kind: 'ran',
        points: [...points].sort((one, other) => one - other),
        ...(refused !== undefined && { refused }),
      }
      points = new Set()
      origins = new Map()
      refused = undefined
      return event
    },
  }
}

/** A function that stands in for another, with its name and all that was hung on it; other values stay as they are. */
function around<Value>(
  value: Value,
  call: (target: Callable, self: unknown, args: unknown[]) => unknown,
): Value {
  if (typeof value !== 'function') return value
  const target = value as unknown as Callable
  const standIn = function (this: unknown, ...args: unknown[]) {
    return call(target, this, args)
  }
  Object.defineProperties(standIn, Object.getOwnPropertyDescriptors(target))
  return standIn as unknown as Value
}
