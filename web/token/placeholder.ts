/** What stands in a text where a token was to be put: blanks of templates, names of variables, words of instructions. */

import type { Finding } from './reading.ts'

type Kind = 'template' | 'variable' | 'placeholder'

const FORMS: [Kind, RegExp][] = [
  ['template', /^\{\{[^{}]*\}\}$/],
  ['template', /^\{%[^{}]*%\}$/],
  ['template', /^<%[^<>]*%>$/],
  ['template', /^\{[A-Za-z_][\w. -]*\}$/],
  ['template', /^#\{[^{}]*\}$/],
  ['template', /^\[\[[^[\]]*\]\]$/],
  ['template', /^__[A-Z_]+__$/],
  ['variable', /^\$[A-Za-z_]\w*$/],
  ['variable', /^\$env:\w+$/i],
  ['variable', /^\$\{[^{}]+\}$/],
  ['variable', /^\$\([^()]+\)$/],
  ['variable', /^%[A-Za-z_]\w*%$/],
  ['variable', /^(process\.env|os\.environ|import\.meta\.env)\b[\w.[\]'"]*$/],
  ['placeholder', /^<[^<>]*>$/],
  ['placeholder', /^\[[A-Za-z][^[\]{}"]*\]$/],
  ['placeholder', /^(your|my)[-_ ]?[\w -]*(token|jwt)[\w -]*$/i],
  ['placeholder', /^(?=.*(TOKEN|JWT))[A-Z]+(_[A-Z]+)+$/],
  ['placeholder', /^[\w -]*(token|jwt)[-_ ]here$/i],
  ['placeholder', /^x{3,}(\.x{3,}){0,2}$/i],
]

/** Longer texts are no name. */
const MAX_CHARACTERS = 80

/** Which of them a text is; undefined where it is something else. */
export function placeholderIn(text: string): Finding<Kind> | undefined {
  const about = text.trim()
  if (about.length > MAX_CHARACTERS) return undefined
  const found = FORMS.find(([, form]) => form.test(about))
  return found && { code: found[0], about }
}
