/** The real server inside Vite's, while developing: each request runs the newest source. */

import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import type { Plugin } from 'vite'
import { headersOf, pagePolicy, POLICIES } from '../../server/stage/policies.ts'
import { staticDocs } from './content-security.ts'

const SITE = fileURLToPath(new URL('../../server/playground/site.ts', import.meta.url))

/** Paths the real server answers; all others are the page's. */
const SERVER_PATHS = /^\/(lessons\/[^/]+\/[^/]+\/|healthz$|playground\.json$)/

const DOCS_PATH = /^\/docs\.html(\?|$)/

/** Answers the lessons' servers from `server/site.ts`, loaded anew when a file of it changes. */
export function devServer(): Plugin {
  return {
    name: 'playground-dev-server',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = request.url ?? '/'
        // The docs pages ask for the built script's name.
        if (/^\/docs\.js(\?|$)/.test(path)) request.url = '/docs.ts'
        if (!SERVER_PATHS.test(path)) {
          const policy = DOCS_PATH.test(path) ? POLICIES.docs : pagePolicy()
          for (const [name, value] of Object.entries(headersOf(policy))) {
            response.setHeader(name, value)
          }
          if (!DOCS_PATH.test(path)) return next()
          response.setHeader('content-type', 'text/html; charset=utf-8')
          staticDocs().then((page) => response.end(page), next)
          return undefined
        }
        server
          .ssrLoadModule(SITE)
          .then((module) => {
            const { createSite } = module as typeof import('../../server/playground/site.ts')
            const site = createSite({ weak: true })
            const origin = `http://127.0.0.1:${request.socket.localPort}`
            return getRequestListener((webRequest) => site.fetch(webRequest, { origin }))(
              request,
              response,
            )
          })
          .catch(next)
        return undefined
      })
    },
  }
}
