/** What the page and the docs page of a static copy say of themselves: in the documents, so that any host has it. */

import type { Plugin } from 'vite'
import { docsPage } from '../../server/stage/docs-page.ts'
import { metaElements, pagePolicy } from '../../server/stage/policies.ts'
import { frameHashes } from './frames.ts'

/** The encoding has to stand within the first 1024 bytes of a document, so the policy follows it. */
const CHARSET = /<meta charset="utf-8"[^>]*>/

/** Adds the page's policy to `index.html`, looser while developing, and `docs.html` beside it. */
export function contentSecurity(): Plugin {
  return {
    name: 'content-security',
    apply: (_, { isSsrBuild }) => !isSsrBuild,
    async transformIndexHtml(html, { server }) {
      if (!CHARSET.test(html)) throw new Error('the page says no encoding')
      const scripts = await frameHashes()
      const policy = pagePolicy({ scripts, development: server !== undefined })
      return html.replace(CHARSET, (charset) => charset + metaElements(policy))
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'docs.html', source: await staticDocs() })
    },
  }
}

/** The docs page without a server: its address says whose description it shows. */
export const staticDocs = async () =>
  String(await docsPage({ title: 'Docs', script: 'docs.js', inBrowser: true }))
