/**
 * The first module of the worker in which the shipped step apps run: a way to what answers there, with
 * Web Crypto where the browser keeps it off, and no more.
 *
 * WebKit runs a worker's first module once more where another module imports it, and bundled apps import whatever
 * holds what they share.
 */

import { provideWebCrypto } from './web-crypto.ts'

async function begin() {
  await provideWebCrypto()
  await import('./answer-page.ts')
}

begin().catch((error: unknown) => {
  // Only what is thrown outside a promise reaches the page as the worker's error.
  queueMicrotask(() => {
    throw error
  })
})
