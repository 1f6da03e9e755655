/** The colours of TypeScript: which piece of its syntax has which, as class names. */

import { tagHighlighter, tags } from '@lezer/highlight'

/** The same six kinds that the source has where it is only read. */
export const highlighter = tagHighlighter([
  {
    tag: [
      tags.keyword,
      tags.modifier,
      tags.operatorKeyword,
      tags.self,
      tags.null,
      tags.bool,
      tags.atom,
    ],
    class: 'keyword',
  },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], class: 'string' },
  { tag: tags.number, class: 'number' },
  { tag: tags.comment, class: 'comment' },
  {
    tag: [
      tags.function(tags.variableName),
      tags.function(tags.propertyName),
      tags.function(tags.definition(tags.variableName)),
    ],
    class: 'function',
  },
  { tag: [tags.typeName, tags.className], class: 'type' },
])
