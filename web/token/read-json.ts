/** JSON read with positions: where it breaks, where each member stands, which name occurs twice (RFC 8259). */

/** Why a text is no JSON. */
export type JsonFault =
  | 'json-empty'
  | 'json-end'
  | 'json-after'
  | 'json-comma'
  | 'json-last-comma'
  | 'json-colon'
  | 'json-name'
  | 'json-quotes'
  | 'json-control'
  | 'json-escape'
  | 'json-number'
  | 'json-value'
  | 'json-deep'

/** A member of the outermost object; `end` is after its value. Offsets count UTF-16 units, as strings do. */
export interface Member {
  name: string
  start: number
  valueStart: number
  end: number
}

export type JsonReading =
  | { fault: JsonFault; at: number; found: string }
  | { fault?: undefined; value: unknown; members: Member[]; repeated: string[] }

/** Deeper texts are no claims of anybody, and would exhaust the stack of many a reader. */
const MAX_DEPTH = 64

const BLANK = /[ \t\n\r]*/y
const NUMBER = /-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y
const WORD = /[^\s,:{}[\]"]*/y

class Broken extends Error {
  readonly fault: JsonFault
  readonly at: number

  constructor(fault: JsonFault, at: number) {
    super(fault)
    this.fault = fault
    this.at = at
  }
}

/** Reads a JSON text; says where and why it is none. */
export function readJson(text: string): JsonReading {
  const reader = new Reader(text)
  try {
    reader.read()
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    const { fault, at } = error
    const code = text.codePointAt(at)
    return { fault, at, found: code === undefined ? '' : String.fromCodePoint(code) }
  }
  const { members, repeated } = reader
  return { value: JSON.parse(text), members, repeated: [...repeated] }
}

class Reader {
  private at = 0
  private depth = 0
  readonly members: Member[] = []
  readonly repeated = new Set<string>()
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  read(): void {
    this.skip(BLANK)
    if (this.at === this.text.length) throw new Broken('json-empty', 0)
    this.value()
    this.skip(BLANK)
    if (this.at < this.text.length) throw new Broken('json-after', this.at)
  }

  private value(): void {
    const start = this.at
    const next = this.text[start]
    if (next === '{') return this.nested(() => this.object())
    if (next === '[') return this.nested(() => this.array())
    if (next === '"') return void this.string()
    if (next === undefined) throw new Broken('json-end', start)
    if (next === "'") throw new Broken('json-quotes', start)
    const word = this.skip(WORD)
    if (/^(true|false|null)$/.test(word)) return
    if (!/^[-+.\d]/.test(word)) throw new Broken('json-value', start)
    this.at = start
    if (this.skip(NUMBER) !== word) throw new Broken('json-number', start)
  }

  private nested(read: () => void): void {
    if (++this.depth > MAX_DEPTH) throw new Broken('json-deep', this.at)
    this.at++
    read()
    this.depth--
  }

  private object(): void {
    const outermost = this.depth === 1
    const names = new Set<string>()
    this.list('}', () => {
      const start = this.at
      const next = this.text[start]
      if (next !== '"') throw new Broken(next === "'" ? 'json-quotes' : 'json-name', start)
      const name = this.string()
      if (names.has(name)) this.repeated.add(name)
      names.add(name)
      this.skip(BLANK)
      this.expect(':', 'json-colon')
      this.skip(BLANK)
      const valueStart = this.at
      this.value()
      if (outermost) this.members.push({ name, start, valueStart, end: this.at })
    })
  }

  private array(): void {
    this.list(']', () => this.value())
  }

  private list(close: string, entry: () => void): void {
    this.skip(BLANK)
    if (this.text[this.at] === close) return void this.at++
    for (;;) {
      if (this.at === this.text.length) throw new Broken('json-end', this.at)
      entry()
      this.skip(BLANK)
      if (this.text[this.at] === close) return void this.at++
      const comma = this.at
      this.expect(',', 'json-comma')
      this.skip(BLANK)
      if (this.text[this.at] === close) throw new Broken('json-last-comma', comma)
    }
  }

  private expect(character: string, fault: JsonFault): void {
    if (this.at === this.text.length) throw new Broken('json-end', this.at)
    if (this.text[this.at] !== character) throw new Broken(fault, this.at)
    this.at++
  }

  private string(): string {
    const start = this.at++
    for (;;) {
      const next = this.text[this.at]
      if (next === undefined) throw new Broken('json-end', this.at)
      if (next < ' ') throw new Broken('json-control', this.at)
      if (
        next === '\\' &&
        !/^\\(["\\/bfnrt]|u[\da-fA-F]{4})/.test(this.text.slice(this.at, this.at + 6))
      ) {
        throw new Broken('json-escape', this.at)
      }
      this.at += next === '\\' ? 2 : 1
      if (next === '"') return JSON.parse(this.text.slice(start, this.at)) as string
    }
  }

  private skip(pattern: RegExp): string {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0] ?? ''
    this.at += found.length
    return found
  }
}
