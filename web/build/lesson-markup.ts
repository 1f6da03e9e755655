/** The markup of a lesson: Markdown with a few elements of our own, and no other HTML. */

import MarkdownIt, { type Token } from 'markdown-it'

/** Ends the reading of a file with what is wrong in which line of it. */
export type Fail = (line: number, message: string) => never

/** The only raw HTML of a lesson: its own elements, spelled in the one way that needs no HTML parser. */
const OPENING =
  /^<(?:(bp-region|bp-request|bp-term|bp-password) name="[a-z][a-z0-9-]*"|(bp-flow|bp-bcrypt-chart|bp-attacks))>$/
const CLOSING =
  /^<\/(bp-region|bp-request|bp-term|bp-password|bp-flow|bp-bcrypt-chart|bp-attacks)>$/

/** The elements that are a block by themselves. */
const BLOCKS = ['bp-flow', 'bp-bcrypt-chart', 'bp-attacks']

/** Raw HTML is inline only, so that one check sees all of it. */
export const markdown = new MarkdownIt({ html: true }).disable('html_block')

/** The line a token stands in, from 1; `otherwise` where it does not say. */
export const lineOf = ({ map }: Token, otherwise: number): number => (map ? map[0] + 1 : otherwise)

/** Looks at everything that is not plain text: our own elements, links, marks that did not become emphasis. */
export function checkInline(tokens: Token[], fail: Fail): void {
  let line = 1
  for (const [index, block] of tokens.entries()) {
    line = lineOf(block, line)
    if (block.type !== 'inline') continue
    let at = line
    let open: string | undefined
    const children = block.children ?? []
    for (const [i, token] of children.entries()) {
      switch (token.type) {
        case 'softbreak':
        case 'hardbreak':
          at += 1
          break
        case 'image':
          fail(at, 'a lesson has no images')
          break
        case 'text':
          // In Korean a particle that follows `**…`**` keeps the mark from closing.
          if (token.content.includes('**')) fail(at, '"**" does not close here')
          break
        case 'link_open': {
          const href = String(token.attrGet('href'))
          if (!href.startsWith('https://')) fail(at, `a link is an https URL, not "${href}"`)
          token.attrSet('target', '_blank')
          token.attrSet('rel', 'noreferrer')
          break
        }
        case 'html_inline': {
          open = checkElement(token.content, open, (message) => fail(at, message))
          if (!open || !BLOCKS.includes(open)) break
          const alone = i === 0 && children.length === 2
          if (!alone) fail(at, `<${open}></${open}> stands empty in a paragraph of its own`)
          hide(tokens[index - 1], tokens[index + 1])
          break
        }
      }
    }
    if (open) fail(at, `<${open}> is not closed in its paragraph`)
  }
}

/** Follows one tag; gives the element that is open after it. */
function checkElement(
  tag: string,
  open: string | undefined,
  fail: (message: string) => never,
): string | undefined {
  const [, withName, bare] = OPENING.exec(tag) ?? []
  const opened = withName ?? bare
  if (opened) {
    if (open) fail(`${tag} stands inside <${open}>`)
    return opened
  }
  const closed = CLOSING.exec(tag)?.[1]
  if (!closed) fail(`${tag} is not an element of a lesson`)
  if (closed !== open) fail(`${tag} closes nothing`)
  return undefined
}

/** Leaves out the paragraph around an element that is a block by itself. */
function hide(...tokens: (Token | undefined)[]): void {
  for (const token of tokens) if (token) token.hidden = true
}
