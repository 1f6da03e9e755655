/** The docs page of a step app: Swagger UI on the description beside it, in a tab or in the playground. */

import swaggerUi from 'swagger-ui-dist/swagger-ui-es-bundle.js'
import styles from 'swagger-ui-dist/swagger-ui.css?url'
import pageStyles from './docs.css?url'
import type { DocsExchange } from './docs-message.ts'
import { createBrowserStage } from './stage/browser-stage.ts'

const parameters = new URLSearchParams(location.search)
const description = new URL(
  parameters.get('openapi') ?? document.documentElement.dataset['openapi'] ?? 'openapi.json',
  location.href,
)

async function main() {
  // The description is somebody's word about where to send passwords: ours alone will do.
  if (description.origin !== location.origin) throw new Error('openapi: another origin')
  for (const href of [styles, pageStyles]) addStyles(href)
  if (darkWanted()) document.documentElement.classList.add('dark-mode')
  if (parameters.get('mode') === 'browser' && window === window.parent) {
    await createBrowserStage({ base: new URL('.', location.href).pathname }).ready()
  }
  const spec = (await (await fetch(description)).json()) as Record<string, unknown>
  let asked: { request: DocsExchange['request']; at: number } | undefined

  swaggerUi({
    domNode: document.querySelector('#docs')!,
    // Swagger UI resolves a relative tokenUrl against the page unless the server's URL is absolute.
    spec: { ...spec, servers: [{ url: new URL('.', description).href.replace(/\/$/, '') }] },
    validatorUrl: null,
    deepLinking: false,
    tryItOutEnabled: true,
    requestInterceptor(request) {
      const { method = 'GET', url, headers, body } = request
      asked = {
        request: { method, url, headers: Object.entries(headers ?? {}), body: textOf(body) },
        at: performance.now(),
      }
      return request
    },
    responseInterceptor(response) {
      const { status, url, headers, text = '' } = response
      if (!asked) return response
      const message: DocsExchange = {
        kind: 'docs-exchange',
        request: asked.request,
        response: { status, url, headers: Object.entries(headers), body: text },
        milliseconds: performance.now() - asked.at,
      }
      if (window.parent !== window) window.parent.postMessage(message, location.origin)
      return response
    },
  })
}

function darkWanted(): boolean {
  const theme = parameters.get('theme')
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
}

function addStyles(href: string) {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = href
  document.head.append(link)
}

function textOf(body: unknown): string {
  if (body instanceof URLSearchParams || typeof body === 'string') return String(body)
  return ''
}

main().catch((error: unknown) => {
  const place = document.querySelector('#docs')
  if (place) place.textContent = `The description could not be read: ${String(error)}`
})
