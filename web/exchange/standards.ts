/** Which sections of the standards speak of a gate. */

import type { Section } from '../words/gates.ts'
import { rfcName, rfcUrl } from '../words/rfc.ts'
import type { GateView } from './gates.ts'

/** By gate; where one depends on what was found, by gate and reason. */
const SECTIONS: Record<string, readonly Section[]> = {
  header: ['6750-2.1'],
  'header authorization-missing': ['6750-3'],
  scheme: ['6750-2.1', '9110-11.1'],
  'scheme scheme-not-bearer': ['6750-2.1', '6750-3'],
  token: ['6750-2.1'],
  parts: ['7519-3', '7515-7.1'],
  'jose-header': ['7515-4'],
  'jose-header header-critical': ['7515-4.1.11'],
  'jose-header header-b64': ['7797-7'],
  algorithm: ['8725-3.1'],
  signature: ['7515-5.2'],
  expiry: ['7519-4.1.4'],
  'expiry not-yet-valid': ['7519-4.1.5'],
  'expiry iat-in-future': ['7519-4.1.6'],
  subject: ['7519-4.1.2'],
  'subject audience-not-ours': ['7519-4.1.3'],
  origin: ['fetch-metadata', '6454-7.3'],
}

/** The sections for a gate, and for the 401 that came of it. */
export function sectionsFor({ id, by, code, refusal }: GateView): Section[] {
  const own = SECTIONS[`${id} ${code}`] ?? (Object.hasOwn(SECTIONS, id) ? SECTIONS[id]! : [])
  // A login page's form asks for no OAuth2 grant, so its gate has no section of RFC 6749.
  const form: Section[] = by === 'OAuth2PasswordForm' ? ['6749-4.3.2'] : []
  const challenge: Section[] = refusal?.status === 401 ? ['9110-15.5.2', '9110-11.6.1'] : []
  return [...own, ...form, ...challenge]
}

/** What a section is called. */
export function sectionName(section: Section): string {
  if (section === 'fetch-metadata') return 'W3C Fetch Metadata'
  const [rfc = '', paragraph = ''] = section.split('-')
  return rfcName(rfc, paragraph)
}

/** Where it can be read. */
export function sectionUrl(section: Section): string {
  if (section === 'fetch-metadata') return 'https://www.w3.org/TR/fetch-metadata/'
  const [rfc = '', paragraph = ''] = section.split('-')
  return rfcUrl(rfc, paragraph)
}
