/** Leaves out of the styles in the page's scripts what is for their readers: comments, and how lines are laid out. */

import MagicString from 'magic-string'
import type { Plugin } from 'vite'
import { childrenOf, type Node, nodeAt, nodesAt, textAt } from '../stage/instrument/syntax.ts'

const COMMENT = /\/\*[\s\S]*?\*\//g

/** A line break and what is around it: none stands in a string of CSS. */
const LINE_BREAK = /\s*\n\s*/g

export function styleLiterals(): Plugin {
  return {
    name: 'style-literals',
    apply: 'build',
    transform: {
      filter: { id: /\/web\/.*\.ts$/, code: /\bcss`/ },
      handler(code) {
        const text = new MagicString(code)
        for (const { start, end } of styleParts(this.parse(code) as unknown as Node)) {
          const styles = code.slice(start, end)
          text.update(start, end, styles.replace(COMMENT, '').replace(LINE_BREAK, '\n'))
        }
        return { code: text.toString(), map: text.generateMap({ hires: true }) }
      },
    },
  }
}

/** The texts of all templates tagged `css`, without what stands between them. */
function styleParts(node: Node): Node[] {
  const own =
    node.type === 'TaggedTemplateExpression' && textAt(nodeAt(node, 'tag'), 'name') === 'css'
  const parts = own ? nodesAt(nodeAt(node, 'quasi')!, 'quasis') : []
  // An empty text is nothing to write over.
  return [...parts.filter(({ start, end }) => end > start), ...childrenOf(node).flatMap(styleParts)]
}
