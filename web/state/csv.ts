/** Tables as text that spreadsheets open, and in which nothing is a formula. */

/** Begins a formula in one spreadsheet or another; so do some of these behind blanks, and their wide forms. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

/**
 * Writes rows (RFC 4180). A text that a spreadsheet would take as a formula gets an apostrophe in front.
 *
 * The mark at the start says that it is UTF-8: without it Excel reads the Korean wrong.
 */
export function csvOf(rows: readonly (readonly (string | number | undefined)[])[]): string {
  const lines = rows.map((row) => row.map(cell).join(','))
  return `\ufeff${lines.join('\r\n')}\r\n`
}

function cell(value: string | number | undefined): string {
  if (typeof value === 'number') return String(value)
  const text = value ?? ''
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
