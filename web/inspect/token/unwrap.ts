/** What people paste along with a token, and what is left without it. */

/** Why a pasted text is more than a token. */
export type Wrapping =
  | 'blank-around'
  | 'header-line'
  | 'scheme'
  | 'quotes'
  | 'cookie'
  | 'token-response'
  | 'json-serialization'

type Peel = (text: string) => string | undefined

const PEELS: [Wrapping, Peel][] = [
  ['blank-around', (text) => (text === text.trim() ? undefined : text.trim())],
  ['header-line', (text) => /^(?:proxy-)?authorization\s*:\s*(.*)$/is.exec(text)?.[1]],
  ['scheme', (text) => /^(?:bearer|jwt|token|dpop)\s+(.*)$/is.exec(text)?.[1]],
  [
    'cookie',
    (text) =>
      /^(?:(?:set-)?cookie\s*:\s*)?[\w-]+=([\w-]+\.[\w-]+\.[\w-]*)(?:;.*)?$/is.exec(text)?.[1],
  ],
  ['token-response', (text) => textOf(objectIn(text), 'access_token')],
  ['json-serialization', (text) => compactOf(objectIn(text))],
  ['quotes', (text) => /^(["'`“”‘’])(.*)["'`“”‘’]$/s.exec(text)?.[2]],
]

/** The first thing around a token, and the token without anything around it; undefined where it is bare. */
export function unwrap(text: string): { wrapping: Wrapping; token: string } | undefined {
  for (const [wrapping, peel] of PEELS) {
    const inside = peel(text)
    // Quotes inside a header line inside of quotes: peeled one after the other.
    if (inside !== undefined) return { wrapping, token: unwrap(inside)?.token ?? inside }
  }
  return undefined
}

function objectIn(text: string): Record<string, unknown> {
  if (!text.startsWith('{')) return {}
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}

function textOf(value: Record<string, unknown>, name: string): string | undefined {
  const found = value[name]
  return typeof found === 'string' ? found : undefined
}

/** The compact form of a flattened JWS (RFC 7515 section 7.2.2). */
function compactOf(value: Record<string, unknown>): string | undefined {
  const parts = ['protected', 'payload', 'signature'].map((name) => textOf(value, name))
  return parts.some((part) => part === undefined) ? undefined : parts.join('.')
}
