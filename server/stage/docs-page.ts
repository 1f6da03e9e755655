/** The docs page of a step app: Swagger UI, from a script the playground ships. */

import { html } from 'hono/html'

interface DocsPageOptions {
  title: string
  /** URL of the script that draws the page, relative to the docs page. */
  script: string
}

/** Swagger UI writes styles into its elements, and draws its icons from data; nothing else is loaded from elsewhere. */
export const DOCS_POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** The page at `docs`; it reads the description next to it, at `openapi.json`. */
export const docsPage = ({ title, script }: DocsPageOptions) => html`<!doctype html>
<html lang="en" data-openapi="openapi.json">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${DOCS_POLICY}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <script type="module" src="${script}"></script>
  </head>
  <body>
    <main id="docs"></main>
  </body>
</html>
`
