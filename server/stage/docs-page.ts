/** The docs page of a step app: Swagger UI, from a script the playground ships. */

import { html, raw } from 'hono/html'
import { metaElements, POLICIES } from './policies.ts'

interface DocsPageOptions {
  title: string
  /** URL of the script that draws the page, relative to the docs page. */
  script: string
  /** Whether the page stands for a server that runs in the browser: the page's address says which. */
  inBrowser?: boolean
}

/** The page at `docs`; it reads the description next to it, at `openapi.json`. */
export const docsPage = ({
  title,
  script,
  inBrowser = false,
}: DocsPageOptions) => html`<!doctype html>
<html lang="en" data-openapi="openapi.json"${inBrowser ? raw(' data-mode="browser"') : ''}>
  <head>
    <meta charset="utf-8" />
    ${raw(metaElements(POLICIES.docs))}
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <script type="module" src="${script}"></script>
  </head>
  <body>
    <main id="docs"></main>
  </body>
</html>
`
