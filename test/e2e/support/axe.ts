/** What axe finds wrong with the page as it stands. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** One line for each violation; the docs page in its frame is Swagger UI's own. */
export async function violations(page: Page): Promise<string[]> {
  // It stays until the page is loaded anew.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(source)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: (
          context: object,
          options: object,
        ) => Promise<{
          violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]
        }>
      }
    }
    const found = await axe.run(
      { exclude: [['iframe']] },
      { iframes: false, resultTypes: ['violations'] },
    )
    return found.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => html.slice(0, 160) + ' ' + failureSummary).join(' | ')}`,
    )
  })
}
