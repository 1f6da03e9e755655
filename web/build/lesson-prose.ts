/** Makes a lesson's `en.md` and `ko.md` modules of static templates. */

import type { Plugin } from 'vite'
import { parseProse } from './parse-prose.ts'
import { presentingModule } from './presenter-notes.ts'
import {
  codePages,
  helpModule,
  literal,
  pageLiteral,
  proseModule,
  template,
} from './prose-modules.ts'

const PROSE_FILE =
  /\/lessons\/[^/]+\/(en|ko)\.md(\?(title|promise|learned|notes|presenting|code|help))?$/

/**
 * Makes `import prose from './en.md'` give a {@link Prose}, `./en.md?title` the lesson's title alone,
 * `./en.md?promise` what the start page says of the lesson, `./en.md?learned` what the course on one page does,
 * `./en.md?notes` what is for presenters and `./en.md?presenting` the same page by page, `./en.md?help` what helps who is stuck, and `./en.md?code` the pages whose
 * task is to write code.
 */
export function lessonProse(): Plugin {
  return {
    name: 'lesson-prose',
    enforce: 'pre',
    transform(text, id) {
      const [known, language, , only] = PROSE_FILE.exec(id) ?? []
      if (!known) return null
      const prose = parseProse(text, id)
      const code =
        only === 'title' || only === 'promise'
          ? `export default ${JSON.stringify(prose[only])}`
          : only === 'notes' || only === 'learned'
            ? `import { html } from 'lit'\n\nexport default ${template(prose[only])}\n`
            : only === 'help'
              ? helpModule(prose)
              : only === 'presenting'
                ? presentingModule(prose)
                : only === 'code'
                  ? `import { html } from 'lit'\n\nexport default ${literal(codePages(prose), pageLiteral)}\n`
                  : proseModule(prose, `./${language}.md`)
      return { code, moduleType: 'js', map: null }
    },
  }
}
