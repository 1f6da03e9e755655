/**
 * MSW without what this page never uses. Whole, it comes to 158 kB compressed before the first answer in the browser;
 * without its cookies to 37 kB, and so to 18 kB.
 *
 * Each stand-in names the module it takes the place of, and what that module was when the stand-in was written: another
 * text stops the build, and whoever updates MSW reads here what to look at again.
 */

import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/** The release of MSW that all of this was written for. */
export const MSW_VERSION = '2.15.0'

/** MSW's log is written where somebody sets `DEBUG` on the page, and this page has none. */
const SILENT_LOGGER = `class Logger {
  extend() { return this }
  debug() {}
  info() {}
  success() {}
  warning() {}
  error() {}
  only() {}
}
`

/** A module of MSW, or of what it imports, and what this page gets in its place. */
export interface StandIn {
  /** Its path in `node_modules`. */
  module: string
  /** Its SHA-256, in hexadecimal, when the stand-in was written. */
  sha256: string
  code: string
}

export const STAND_INS: StandIn[] = [
  {
    // The page keeps the cookies itself, and shows them; MSW's store has the list of all public suffixes in it.
    module: 'msw/lib/core/utils/cookieStore.mjs',
    sha256: '407e68165bba9c12b819f119a9751fdf232484e783713b697734ac3df3db0bef',
    code: 'export const cookieStore = { getCookies: () => [], setCookie: async () => {} }',
  },
  {
    // Its one caller hands them to handlers, and the page's own handler does not read them.
    module: 'msw/lib/core/utils/request/getRequestCookies.mjs',
    sha256: '49f101b487b7628a15a3af760c693bb01973c53c62d7d88dc390e5bc6a148dc3',
    code: 'export const getAllRequestCookies = () => ({})',
  },
  {
    // Reason phrases are for answers made by MSW's own helper and for its log; each answer here brings its own.
    module: 'msw/lib/shims/statuses.mjs',
    sha256: 'f753355064cad9f2cae2c29fd02bf51341272ebc4db3a311ef48dac430095ac9',
    code: 'export default { message: {} }',
  },
  {
    // It compares addresses with patterns. The page's one handler has a predicate instead.
    module: 'msw/lib/core/utils/matching/matchRequestUrl.mjs',
    sha256: '392c461df6c64688d36eff549c01dc801dc747857e0404a966259849b6822358',
    code: `export function matchRequestUrl() {
  throw new Error('handlers are matched by predicates here')
}
export const isPath = matchRequestUrl`,
  },
  {
    // Every browser that runs this page has `Headers`; parts of forms are read by the servers and not by MSW.
    module: 'headers-polyfill/lib/index.mjs',
    sha256: '5d32976ead89e258c448c25ad93c22c6ae24599e2509f45b34a5272206ba1481',
    code: `export const Headers = globalThis.Headers
export const stringToHeaders = () => new Headers()`,
  },
  {
    module: '@open-draft/logger/lib/index.mjs',
    sha256: 'f989f3c8cbeb23f1af82746b2b3f80870da5a8703053cf319483c9d244151ce6',
    code: `export ${SILENT_LOGGER}`,
  },
  {
    // MSW's core imports it for its types alone.
    module: '@mswjs/interceptors/lib/browser/interceptors/WebSocket/index.mjs',
    sha256: '0b615d2ad695c2e9915a93443372d6f9fdf39147c0f859d65db5c01aff1a6f98',
    code: 'export {}',
  },
]

/** The bundle for browsers, which has a copy of the interceptors in it: what MSW patches the page's globals with. */
export const BUNDLE = {
  module: 'msw/lib/browser/index.mjs',
  sha256: 'ca2e1dc092ec952edf5d1cc6b15f51fba5e8ea1e4887dd3bcf39c60614063c2f',
}

/** The bundle's parts that are interceptors, by the file that its own comments say each came from. */
const INTERCEPTORS =
  /^\/\/ \S*interceptors\/lib\/browser\/(interceptors\/WebSocket\/|fetch-|XMLHttpRequest-)/

/** The bundle's part that is a logger: the same as the module. */
const LOGGER = /^\/\/ \S*@open-draft\/logger\/lib\//

/**
 * Where the bundle makes interceptors: of `fetch` and `XMLHttpRequest` where there is no service worker, when
 * this page goes another way, and of `WebSocket`, of which this page has none.
 */
const INSTANCES = [
  '[new XMLHttpRequestInterceptor(), new FetchInterceptor()]',
  '[new WebSocketInterceptor()]',
]

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Puts the stand-ins in, and takes the interceptors and the logger out of the bundle for browsers. */
export function leanMsw(): Plugin {
  return {
    name: 'lean-msw',
    enforce: 'pre',
    transform(text, id) {
      const isIn = ({ module }: { module: string }) => id.endsWith(`/node_modules/${module}`)
      const standIn = STAND_INS.find(isIn)
      if (!standIn && !isIn(BUNDLE)) return null
      const { module, sha256: known } = standIn ?? BUNDLE
      if (sha256(text) !== known) this.error(`${module} has changed: see web/build/lean-msw.ts`)
      return { code: standIn?.code ?? leanBundle(text), map: null }
    },
  }
}

function leanBundle(bundle: string): string {
  const parts = bundle.split(/^(?=\/\/ (?:node_modules|src)\/)/m)
  const rest = parts
    .filter((part) => !INTERCEPTORS.test(part))
    .map((part) => (LOGGER.test(part) ? SILENT_LOGGER : part))
    .join('')
  return INSTANCES.reduce((text, instances) => text.replace(instances, '[]'), rest)
}
