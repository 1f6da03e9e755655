/** Leaves MSW's cookie store out: four fifths of its size, and cookies are ours to keep and show. */

import type { Plugin } from 'vite'

const EMPTY_STORE = `export const cookieStore = { getCookies: () => [], setCookie: async () => {} }`

/** Replaces MSW's `cookieStore` module, which carries the whole public suffix list, by an empty one. */
export function mswWithoutCookies(): Plugin {
  return {
    name: 'msw-without-cookies',
    enforce: 'pre',
    load(id) {
      return /msw[\\/]lib[\\/]core[\\/]utils[\\/]cookieStore\.mjs/.test(id) ? EMPTY_STORE : null
    },
  }
}
