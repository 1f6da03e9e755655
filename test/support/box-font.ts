/** Writes fonts of boxes, as wide as asked: what a test sees then depends on no font of its machine. */

/** A run of code points, both ends among them, and how wide each is drawn. */
export interface Block {
  from: number
  to: number
  /** The advance, in em. */
  width: number
}

/** Units of an em. */
const EM = 1000
const ASCENT = 900
const DESCENT = -250

/** Height of a box, and room at each side of it. */
const TOP = 700
const SIDE = 60

/**
 * Makes a TrueType font whose letters are boxes, of one width in each block; a space is a quarter em.
 *
 * @param blocks in ascending order, above U+0020.
 */
export function boxFont(family: string, blocks: Block[]): Buffer {
  // Glyph 0 stands for what is missing, glyph 1 is the space; then comes a box for each block.
  const widths = [0.5, 0.25, ...blocks.map(({ width }) => width)].map((em) => Math.round(em * EM))
  const glyphs = widths.map((width, index) => (index === 1 ? Buffer.alloc(0) : box(width)))
  const ends = glyphs.map((_, index) => Buffer.concat(glyphs.slice(0, index + 1)).length)
  const widest = Math.max(...widths)
  return fontFile({
    'OS/2': os2(widest, blocks),
    cmap: cmap(blocks),
    glyf: Buffer.concat(glyphs),
    head: head(widest),
    hhea: hhea(widest, widths.length),
    hmtx: words(...widths.flatMap((width, index) => [width, index === 1 ? 0 : SIDE])),
    loca: longs(0, ...ends),
    maxp: Buffer.concat([longs(VERSION), words(glyphs.length, 4, 1, 0, 0, 1), Buffer.alloc(16)]),
    name: names({ 1: family, 2: 'Regular', 4: family, 6: family.replaceAll(' ', '') }),
    post: Buffer.concat([longs(0x00030000), Buffer.alloc(28)]),
  })
}

const VERSION = 0x00010000

/** A directory of the tables, then the tables, each on a border of four bytes. */
function fontFile(tables: Record<string, Buffer>): Buffer {
  const entries = Object.entries(tables)
  let offset = 12 + 16 * entries.length
  const directory = entries.map(([tag, table]) => {
    const entry = Buffer.concat([Buffer.from(tag), longs(checksum(table), offset, table.length)])
    offset += padded(table).length
    return entry
  })
  // The search fields are for eight tables and some: 8 × 16 bytes, 2 to the power of 3.
  const header = words(entries.length, 128, 3, entries.length * 16 - 128)
  const bodies = entries.map(([, table]) => padded(table))
  return Buffer.concat([longs(VERSION), header, ...directory, ...bodies])
}

function checksum(table: Buffer): number {
  const bytes = padded(table)
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0
  return sum
}

/** One contour of four points, up from the base line and clockwise. */
function box(width: number): Buffer {
  const [left, right] = [SIDE, width - SIDE]
  const onCurve = Buffer.from([1, 1, 1, 1])
  const across = words(left, 0, right - left, 0)
  const up = words(0, TOP, 0, -TOP)
  return padded(Buffer.concat([words(1, left, 0, right, TOP, 3, 0), onCurve, across, up]))
}

/** Format 12, the one that has every code point; a group for each, because a group's glyphs count up. */
function cmap(blocks: Block[]): Buffer {
  const groups = blocks.flatMap(({ from, to }, index) =>
    Array.from({ length: to - from + 1 }, (_, at) => longs(from + at, from + at, index + 2)),
  )
  const all = [longs(0x20, 0x20, 1), ...groups]
  const table = Buffer.concat([words(12, 0), longs(16 + 12 * all.length, 0, all.length), ...all])
  return Buffer.concat([words(0, 1, 3, 10), longs(12), table])
}

function head(widest: number): Buffer {
  return Buffer.concat([
    longs(VERSION, VERSION, 0, 0x5f0f3cf5),
    words(3, EM),
    Buffer.alloc(16),
    words(SIDE, 0, widest - SIDE, TOP, 0, 8, 2, 1, 0),
  ])
}

function hhea(widest: number, count: number): Buffer {
  const metrics = [ASCENT, DESCENT, 0, widest, SIDE, SIDE, widest - SIDE]
  return Buffer.concat([longs(VERSION), words(...metrics, 1, 0, 0, 0, 0, 0, 0, 0, count)])
}

/** Version 4: regular weight and width, free to embed. */
function os2(widest: number, blocks: Block[]): Buffer {
  const last = Math.min(0xffff, blocks.at(-1)!.to)
  return Buffer.concat([
    words(4, widest, 400, 5, 0),
    words(650, 700, 0, 140, 650, 700, 0, 480, 49, 258, 0),
    Buffer.alloc(10),
    longs(1, 0, 0, 0),
    Buffer.from('TEST'),
    words(0x40, 0x20, last, ASCENT, DESCENT, 0, ASCENT, -DESCENT),
    longs(1, 0),
    words(500, TOP, 0, 0x20, 1),
  ])
}

/** The strings of the table `name`, by their number in the OpenType specification. */
function names(strings: Record<number, string>): Buffer {
  const entries = Object.entries(strings)
  const texts = entries.map(([, text]) => Buffer.from(text, 'utf16le').swap16())
  let offset = 0
  const records = entries.map(([id], index) => {
    const { length } = texts[index]!
    const record = words(3, 1, 0x409, Number(id), length, offset)
    offset += length
    return record
  })
  return Buffer.concat([words(0, entries.length, 6 + 12 * entries.length), ...records, ...texts])
}

/** Numbers of 16 bits, signed or not. */
function words(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(2 * numbers.length)
  for (const [at, number] of numbers.entries()) bytes.writeUInt16BE(number & 0xffff, 2 * at)
  return bytes
}

/** Numbers of 32 bits. */
function longs(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length)
  for (const [at, number] of numbers.entries()) bytes.writeUInt32BE(number, 4 * at)
  return bytes
}

function padded(table: Buffer): Buffer {
  return Buffer.concat([table, Buffer.alloc(-table.length & 3)])
}
