/**
 * What stored data are made of: for each kind of datum how it is read, and how two of it become one.
 *
 * The order in which two states meet, and how often, makes no difference to what comes of it (a semilattice),
 * so that all tabs end with the same however their writes crossed.
 */

export interface Kind<Value> {
  /** What is damaged is left out and noted; what is absent is never wrong. */
  read: (value: unknown, reading: Reading) => Value | undefined
  merge: (known: Value, found: Value) => Value
}

/** One reading of a stored text. */
export class Reading {
  /** Whether something was not what it should be. */
  damaged = false
  readonly keepsUnknown: boolean

  /** @param keepsUnknown whether fields that no kind knows go along. */
  constructor(keepsUnknown: boolean) {
    this.keepsUnknown = keepsUnknown
  }

  note(value: unknown): undefined {
    if (value !== undefined) this.damaged = true
    return undefined
  }
}

/** The last millisecond that a date can be (ECMA-262, time values). */
const LAST_TIME = 8.64e15

/** A count, or a time: a whole number from 0. */
export const number: Kind<number> = {
  read: (value, reading) => {
    const isSound = Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= LAST_TIME
    return isSound ? Number(value) : (reading.note(value) ?? 0)
  },
  merge: Math.max,
}

/** The first of two texts, in the order of their characters. */
const first = <Value extends string>(known: Value, found: Value) => (known < found ? known : found)

/** Texts that are longer are damage. */
export const text = (limit: number): Kind<string> => ({
  read: (value, reading) =>
    typeof value === 'string' && value.length <= limit ? value : reading.note(value),
  merge: first,
})

/** Longer names are none that a lesson has. */
const NAME_LIMIT = 200
export const name = text(NAME_LIMIT)

export const oneOf = <Value extends string>(...values: Value[]): Kind<Value> => ({
  read: (value, reading) => values.find((one) => one === value) ?? reading.note(value),
  merge: first,
})

/** A set of names, in order. */
export const names: Kind<string[]> = {
  read: (value, reading) => {
    if (value === undefined) return undefined
    const list = Array.isArray(value) ? value : (reading.note(value) ?? [])
    // In a list nothing is absent.
    const read = list.map((one) => name.read(one ?? null, reading))
    return names.merge(
      read.filter((one) => one !== undefined),
      [],
    )
  },
  merge: (known, found) => [...new Set([...known, ...found])].sort(),
}

/** An object with fields of their own kinds. Of fields that no kind knows, the found ones count. */
export function fields<Fields extends object>(kinds: {
  [Name in keyof Fields]-?: Kind<NonNullable<Fields[Name]>>
}): Kind<Fields> {
  type Values = Record<string, unknown>
  const entries = Object.entries(kinds) as [string, Kind<unknown>][]
  const each = (give: (kind: Kind<unknown>, field: string) => unknown) =>
    Object.fromEntries(entries.map(([field, kind]) => [field, give(kind, field)]))
  return {
    read: (value, reading) => {
      const raw = isRecord(value) ? value : (reading.note(value) ?? {})
      const read = each((kind, field) => kind.read(raw[field], reading))
      return defined({ ...(reading.keepsUnknown && raw), ...read }) as Fields
    },
    merge: (known, found) => {
      const [one, other] = [known as Values, found as Values]
      const merged = each(({ merge }, field) => either(one[field], other[field], merge))
      return defined({ ...known, ...found, ...merged }) as Fields
    },
  }
}

/** Fields that can be reset: an epoch counts how often, and what belongs to an earlier one is forgotten. */
export function epochs<Fields extends { epoch: number }>(
  kinds: Omit<Parameters<typeof fields<Fields>>[0], 'epoch'>,
): Kind<Fields> {
  const all = { epoch: number, ...kinds } as Parameters<typeof fields<Fields>>[0]
  const { read, merge } = fields<Fields>(all)
  return {
    read,
    merge: (known, found) =>
      known.epoch === found.epoch ? merge(known, found) : known.epoch > found.epoch ? known : found,
  }
}

/** Entries of one kind, by name. */
export const each = <Entry>(kind: Kind<Entry>): Kind<Record<string, Entry>> => ({
  read: (value, reading) => {
    const raw = isRecord(value) ? value : (reading.note(value) ?? {})
    const read = Object.entries(raw).map(([key, entry]) => {
      const isSound = isRecord(entry) && key.length <= NAME_LIMIT
      return [key, isSound ? kind.read(entry, reading) : reading.note(entry)]
    })
    return defined(Object.fromEntries(read) as Record<string, Entry>)
  },
  merge: (known, found) => {
    const keys = Object.keys({ ...known, ...found })
    const merged = keys.map((key) => [key, either(own(known, key), own(found, key), kind.merge)])
    return Object.fromEntries(merged) as Record<string, Entry>
  },
})

/** Fields that are nothing without a certain one of them. */
export const about = <Fields extends object>(
  field: keyof Fields,
  { read }: Kind<Fields>,
  merge: Kind<Fields>['merge'],
): Kind<Fields> => ({
  read: (value, reading) => {
    if (value === undefined) return undefined
    const all = read(value, reading)
    return all?.[field] === undefined ? reading.note(value) : all
  },
  merge,
})

/** The one of a higher rank, compared part by part. */
export const highest =
  <Value>(rank: (value: Value) => (string | number | boolean)[]): Kind<Value>['merge'] =>
  (known, found) => {
    const [one, other] = [rank(known), rank(found)]
    const at = one.findIndex((part, index) => part !== other[index])
    return at >= 0 && one[at]! > other[at]! ? known : found
  }

export const either = <Value>(
  known: Value | undefined,
  found: Value | undefined,
  merge: Kind<Value>['merge'],
): Value | undefined =>
  known === undefined ? found : found === undefined ? known : merge(known, found)

/** The object without its fields that are undefined. */
export function defined<Fields extends object>(fields: Fields): Defined<Fields> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Defined<Fields>
}

type Defined<Fields> = {
  [Name in keyof Fields as undefined extends Fields[Name] ? never : Name]: Fields[Name]
} & {
  [Name in keyof Fields as undefined extends Fields[Name] ? Name : never]?: Exclude<
    Fields[Name],
    undefined
  >
}

/** An entry of its own, and none that every object inherits. */
export const own = <Value>(record: Record<string, Value>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

/** Whether a value read from outside is a plain object. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
