/** The day that stands in a file's name, by the clock of who saves it: `2026-03-31`. */
export function dated(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
