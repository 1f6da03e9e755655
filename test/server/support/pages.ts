/** HTML pages as a person sees them: title, visible text and forms, whatever the markup between. */

export interface RecordedPage {
  title?: string
  /** Occurs in the visible text. */
  text?: string
  /** All forms: fields by type and name, buttons by what stands on them. Hidden fields are free. */
  forms?: Form[]
  /** Objects of which every key is followed by its value in the visible text. */
  data?: object | object[]
}

interface Form {
  /** Path on the server, below its prefix. */
  action: string
  method: string
  fields: { type: string; name?: string; value?: string }[]
}

/** How a page differs from what was recorded; `base` is its URL, `prefix` the path of its server. */
export function pageDifferences(
  html: string,
  { title, text, forms, data }: RecordedPage,
  { base, prefix }: { base: string; prefix: string },
): string[] {
  const found: string[] = []
  const seen = visibleText(html)
  const compare = (what: string, got: unknown, wanted: unknown) => {
    const [one, other] = [JSON.stringify(got), JSON.stringify(wanted)]
    if (one !== other) found.push(`${what}: got ${one}, wanted ${other}`)
  }
  if (title !== undefined) compare('title', titleOf(html), title)
  if (text !== undefined && !seen.includes(text)) found.push(`no "${text}" in "${seen}"`)
  if (forms) compare('forms', formsOf(html, base, prefix), forms)
  for (const [key, value] of [data ?? []].flat().flatMap((item) => Object.entries(item))) {
    // JSON, a table or a list: between the two stand no words.
    const [, after] = seen.split(new RegExp(`\\b${key}\\b`, 'i'))
    const word = after?.replace(/^[^\p{L}\p{N}]+/u, '') ?? ''
    if (!word.startsWith(String(value))) found.push(`no ${key} "${String(value)}" in "${seen}"`)
  }
  return found
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

const decoded = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name]!)

const titleOf = (html: string) => decoded(/<title>(.*?)<\/title>/s.exec(html)?.[1] ?? '')

function visibleText(html: string): string {
  const text = html.replace(/<head>.*?<\/head>/s, '').replace(/<[^>]*>/g, ' ')
  return decoded(text).replace(/\s+/g, ' ').trim()
}

function formsOf(html: string, base: string, prefix: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, tag = '', content = '']) => {
    const { action = '', method = 'get' } = attributesOf(tag)
    const { pathname } = new URL(action, base)
    const fields = [...content.matchAll(/<input\b([^>]*)>/g)]
      .map(([, input = '']) => attributesOf(input))
      .filter(({ type }) => type !== 'hidden')
      .map(({ type = 'text', name = '', value = '' }) =>
        type === 'submit' ? { type, value } : { type, name },
      )
    const below = pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : pathname
    return { action: below, method, fields }
  })
}

function attributesOf(tag: string): Record<string, string> {
  return Object.fromEntries(
    [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      decoded(value),
    ]),
  )
}
