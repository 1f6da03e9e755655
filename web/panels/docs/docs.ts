/** The docs page of a step app: Swagger UI on the description beside it, in a tab or in the playground. */

import swaggerUi from 'swagger-ui-dist/swagger-ui-es-bundle.js'
import styles from 'swagger-ui-dist/swagger-ui.css?url'
import pageStyles from './docs.css?url'
import { labName } from '../../../server/stage/lab-headers.ts'
import { DOCS_LEAVE, type DocsCookieQuestion, type DocsExchange } from '../../stage/docs-message.ts'
import { isAmongOurselves, refuseFrame } from '../../kit/framed.ts'
import { resetChannel, RESET } from '../../kit/reset-channel.ts'
import { docsSend } from './docs-send.ts'
import { docsWords } from '../../words/docs.ts'

const parameters = new URLSearchParams(location.search)
const description = new URL(
  parameters.get('openapi') ?? document.documentElement.dataset['openapi'] ?? 'openapi.json',
  location.href,
)

const mode = document.documentElement.dataset['mode'] === 'browser' ? 'browser' : 'real'
const language = (parameters.get('language') ?? navigator.language).startsWith('ko') ? 'ko' : 'en'
const send = docsSend(mode, language)

async function main() {
  // A static copy has no header to say who may frame it: a stranger would draw a login form of this host.
  if (!isAmongOurselves()) return refuseFrame()
  // Who authorized here is forgotten with everything else.
  resetChannel(new URL('.', import.meta.url).href).addEventListener('message', ({ data }) => {
    if (data === RESET) location.reload()
  })
  // The description says where passwords are sent, so it is taken from this origin alone.
  if (description.origin !== location.origin) throw new Error('openapi: another origin')
  // A page without its styles is shown sooner, and jumps.
  const styled = Promise.all([styles, pageStyles].map(addStyles))
  if (darkWanted()) document.documentElement.classList.add('dark-mode')
  const spec = (await (await send(new Request(description))).json()) as Record<string, unknown>
  let pending: { request: DocsExchange['request']; at: number } | undefined
  await styled

  swaggerUi({
    domNode: document.querySelector('#docs')!,
    // Swagger UI resolves a relative tokenUrl against the server's URL only if that is absolute, and up
    // to its last slash.
    spec: { ...spec, servers: [{ url: new URL('.', description).href }] },
    validatorUrl: null,
    deepLinking: false,
    tryItOutEnabled: true,
    requestInterceptor(request) {
      const { method, url, headers, body } = request
      pending = {
        request: {
          method: method.toUpperCase(),
          url,
          headers: Object.entries(headers ?? {}),
          body: textOf(body),
        },
        at: performance.now(),
      }
      // In a tab of its own the page has the browser's cookies, in the playground those of the playground's jar.
      request.userFetch =
        window === window.parent
          ? (input, init) => send(new Request(input, init))
          : sendWithCookiesOfJar
      return request
    },
    responseInterceptor(response) {
      const { status, url, headers, text = '' } = response
      if (!pending) return response
      const message: DocsExchange = {
        kind: 'docs-exchange',
        request: pending.request,
        response: { status, url, headers: joined(headers), body: text },
        milliseconds: performance.now() - pending.at,
      }
      tell(message)
      return response
    },
  })
}

/** Swagger UI splits every value with a comma in it, a date and our trace too. */
function joined(headers: Record<string, string | string[]>): [string, string][] {
  return Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')])
}

function darkWanted(): boolean {
  const theme = parameters.get('theme')
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
}

/** Adds a stylesheet, and waits until it is there or will not come. */
function addStyles(href: string): Promise<unknown> {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = href
  const settled = new Promise((resolve) => {
    link.addEventListener('load', resolve)
    link.addEventListener('error', resolve)
  })
  document.head.append(link)
  return settled
}

/** Tells the playground around this page, if there is one. */
function tell(message: DocsExchange | typeof DOCS_LEAVE) {
  if (window.parent !== window) window.parent.postMessage(message, location.origin)
}

const sendWithCookiesOfJar: typeof fetch = async (input, init) => {
  const request = new Request(input, init)
  request.headers.set(labName('cookie'), await cookiesOfJar(request.url))
  return send(request)
}

/** How long the playground may take to answer, in milliseconds. */
const TIMEOUT_MS = 8_000

/** Asks the playground around this page for the cookies that go to a URL. */
function cookiesOfJar(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', ({ data }: MessageEvent<string>) => resolve(data))
    port1.start()
    const question: DocsCookieQuestion = { kind: 'docs-cookies', url }
    window.parent.postMessage(question, location.origin, [port2])
    setTimeout(() => reject(new Error('the playground does not answer')), TIMEOUT_MS)
  })
}

function textOf(body: unknown): string {
  if (body instanceof URLSearchParams || typeof body === 'string') return String(body)
  return ''
}

/** Leaves the page, or a dialog that is open in it: asked before Swagger UI closes that. */
function leave({ key }: KeyboardEvent) {
  if (key !== 'Escape') return
  const close = document.querySelector<HTMLElement>('.dialog-ux .close-modal')
  if (!close) return tell(DOCS_LEAVE)
  close.click()
  // The dialog takes the focus along when it goes.
  setTimeout(() => document.querySelector<HTMLElement>('.btn.authorize')?.focus())
}

window.addEventListener('keydown', leave, { capture: true })

main().catch((error: unknown) => {
  const place = document.querySelector('#docs')
  const why = error instanceof Error ? error.message : String(error)
  if (place) place.textContent = docsWords[language].unreadable(why)
})
