/**
 * The first module of the worker in which the shipped step apps run: a way to what answers there, and no more.
 *
 * WebKit runs a worker's first module once more where another module imports it, and bundled apps import whatever
 * holds what they share.
 */

import('./answer-page.ts').catch((error: unknown) => {
  // Only what is thrown outside a promise reaches the page as the worker's error.
  queueMicrotask(() => {
    throw error
  })
})
