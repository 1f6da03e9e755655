/** Leaves out of the templates in the page's scripts what is for their readers: comments and blanks in styles, and how lines are indented. */

import MagicString from 'magic-string'
import type { Plugin } from 'vite'
import { childrenOf, type Node, nodeAt, nodesAt, textAt } from '../stage/instrument/syntax.ts'

/** What each tag's texts say without it. */
const LEAN: Record<string, (text: string) => string> = {
  // None of these stands in a string of CSS. A blank in front of a colon, or of a bracket, means something.
  css: (text) =>
    text
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\s*\n\s*/g, '\n')
      .replace(/\s*([{};])\s*/g, '$1')
      .replace(/([:,])\s+/g, '$1')
      .replaceAll(';}', '}'),
  // A line break stays where one was: between words it is a space.
  html: (text) => text.replace(/\n[ \t]+/g, '\n'),
}

export function templateLiterals(): Plugin {
  return {
    name: 'template-literals',
    apply: 'build',
    transform: {
      filter: { id: /\/web\/.*\.ts$/, code: /\b(?:css|html)`/ },
      handler(code) {
        const text = new MagicString(code)
        for (const { tag, part } of templateParts(this.parse(code) as unknown as Node)) {
          const { start, end } = part
          text.update(start, end, LEAN[tag]!(code.slice(start, end)))
        }
        return { code: text.toString(), map: text.generateMap({ hires: true }) }
      },
    },
  }
}

/** The texts of all templates with such a tag, without what stands between them. */
function templateParts(node: Node): { tag: string; part: Node }[] {
  const name =
    node.type === 'TaggedTemplateExpression' ? textAt(nodeAt(node, 'tag'), 'name') : undefined
  const tag = name !== undefined && Object.hasOwn(LEAN, name) ? name : undefined
  const own = tag === undefined ? [] : nodesAt(nodeAt(node, 'quasi')!, 'quasis')
  return [
    // An empty text is nothing to write over.
    ...own.filter(({ start, end }) => end > start).map((part) => ({ tag: tag!, part })),
    ...childrenOf(node).flatMap(templateParts),
  ]
}
