/** What axe finds wrong with the page as it stands. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * One line for each violation; the docs page in its frame is Swagger UI's own.
 *
 * @param of all that axe knows, the colours alone: another theme has others, and all else in common, or all but the
 *   source: each word of it has a colour, and it is the same from page to page.
 */
export async function violations(
  page: Page,
  of: 'all' | 'colours' | 'all but the source' = 'all',
): Promise<string[]> {
  // It stays until the page is loaded anew.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(source)
  return page.evaluate(
    async ({ of, SOURCE }) => {
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
        {
          exclude: [
            ['iframe'],
            ...(of === 'all but the source' ? [{ fromShadowDom: SOURCE }] : []),
          ],
        },
        {
          iframes: false,
          resultTypes: ['violations'],
          ...(of === 'colours' && { runOnly: ['color-contrast'] }),
        },
      )
      return found.violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ html, failureSummary }) => html.slice(0, 160) + ' ' + failureSummary).join(' | ')}`,
      )
    },
    { of, SOURCE },
  )
}

/** Where the read-only source is, from the page inwards. */
const SOURCE = [
  'bp-playground-app',
  'bp-workspace',
  'bp-server-panel',
  'bp-code-pane',
  'bp-code-view',
]
