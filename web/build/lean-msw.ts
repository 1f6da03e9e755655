/** Leaves out of MSW what this page never uses, which is most of its size. */

import type { Plugin } from 'vite'

/** Cookies are ours to keep and show; MSW's store carries the whole public suffix list. */
const EMPTY_STORE = `export const cookieStore = { getCookies: () => [], setCookie: async () => {} }`

const NO_COOKIES = 'export const getAllRequestCookies = () => ({})'

/** It writes only for whoever sets `DEBUG` in a browser's storage. */
const NO_LOGGER = `export class Logger {
  extend() { return this }
  only() {}
  debug() {}
  info() { return () => {} }
  success() {}
  warning() {}
  error() {}
}`

/** Reason phrases are for answers made by MSW's own helper and for its log: ours bring their own. */
const NO_PHRASES = 'export default { message: {} }'

/** Every browser that runs this page can do what it fills in for older ones. */
const NATIVE_HEADERS = `export const Headers = globalThis.Headers
export const stringToHeaders = () => new Headers()`

/** The one pattern here is the start of an address; MSW puts `(.*)` behind it and a backslash before its colons. */
const STARTS_WITH = `export const match = (pattern) => {
  const start = pattern.replaceAll('\\\\:', ':').replace(/\\(\\.\\*\\)$/, '')
  return (url) => url.startsWith(start) && { params: {} }
}`

/** Imported for nothing but its types. */
const NO_WEB_SOCKETS = 'export {}'

/** MSW's modules that are replaced whole, and by what. */
const REPLACED: [module: RegExp, code: string][] = [
  [/msw[\\/]lib[\\/]core[\\/]utils[\\/]cookieStore\.mjs/, EMPTY_STORE],
  [/msw[\\/]lib[\\/]core[\\/]utils[\\/]request[\\/]getRequestCookies\.mjs/, NO_COOKIES],
  [/msw[\\/]lib[\\/]shims[\\/]statuses\.mjs/, NO_PHRASES],
  [/@open-draft[\\/]logger[\\/]lib[\\/]/, NO_LOGGER],
  [/headers-polyfill[\\/]lib[\\/]/, NATIVE_HEADERS],
  [/path-to-regexp[\\/]dist/, STARTS_WITH],
  [
    /@mswjs[\\/]interceptors[\\/]lib[\\/]browser[\\/]interceptors[\\/]WebSocket[\\/]/,
    NO_WEB_SOCKETS,
  ],
]
const BROWSER = /msw[\\/]lib[\\/]browser[\\/]index\.mjs/

/** The bundle's parts that make them, by the file that its own comments say each came from. */
const PATCHING =
  /^\/\/ \S*interceptors\/lib\/browser\/(interceptors\/WebSocket\/|fetch-|XMLHttpRequest-)/

/**
 * Where MSW patches globals besides its service worker: `fetch` and `XMLHttpRequest` where there is none,
 * when this page goes another way, and `WebSocket`, of which this page has none.
 */
const PATCHES = [
  '[new XMLHttpRequestInterceptor(), new FetchInterceptor()]',
  '[new WebSocketInterceptor()]',
]

/** Replaces MSW's cookies by none, and takes its patches of the page's globals out. */
export function leanMsw(): Plugin {
  return {
    name: 'lean-msw',
    enforce: 'pre',
    load(id) {
      return REPLACED.find(([module]) => module.test(id))?.[1] ?? null
    },
    transform(code, id) {
      if (!BROWSER.test(id)) return null
      const parts = code.split(/^(?=\/\/ (?:node_modules|src)\/)/m)
      const kept = parts.filter((part) => !PATCHING.test(part))
      // Another release may be bundled otherwise: better to know than to ship it all again.
      if (parts.length - kept.length !== 3) this.error('MSW bundles its interceptors otherwise now')
      const lean = PATCHES.reduce((text, patch) => text.replace(patch, '[]'), kept.join(''))
      if (/new \w+Interceptor\(/.test(lean)) this.error('MSW patches other globals now')
      return { code: lean, map: null }
    },
  }
}
