/** A lesson's text in pieces. */

import type { ParsedProse } from '../../web/build/parse-prose.ts'

/** All that is said, in pieces that the languages have in common: pages, flow steps, answers, the rest. */
export function unitsOf(prose: ParsedProse): Record<string, string> {
  const units: Record<string, string> = {
    title: prose.title,
    promise: prose.promise,
  }
  for (const [id, page] of Object.entries(prose.pages)) {
    const { title, text, ask, options, parts, hints, solution, after } = page
    const more = [...Object.values(options), ...Object.values(parts), ...hints]
    units[`page ${id}`] = [title, text, ask, ...more, solution, after].join('\n')
  }
  const participants = Object.values(prose.participants)
  if (participants.length > 0) units['participants'] = participants.join('\n')
  for (const [id, { title, text }] of Object.entries(prose.flow)) {
    units[`flow ${id}`] = `${title}\n${text}`
  }
  for (const [id, { title, text }] of Object.entries(prose.attacks)) {
    units[`attack ${id}`] = `${title}\n${text}`
  }
  for (const [id, text] of Object.entries(prose.detectors)) units[`detector ${id}`] = text
  units['learned'] = prose.learned
  units['notes'] = prose.notes
  return units
}

/** The names that an element of the lesson has in some HTML. */
export function namesOf(element: string, html: string): string[] {
  return [...html.matchAll(new RegExp(`<${element} name="([^"]*)">`, 'g'))].map(([, name]) => name!)
}
