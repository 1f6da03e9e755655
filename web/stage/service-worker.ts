/** Where the page's service worker is: one for the answers in this browser and for the offline copy. */

/**
 * What to register.
 *
 * @param base URL path of the playground, with a slash at its end.
 */
export const serviceWorkerOf = (base: string) => ({
  url: `${base}service-worker.js`,
  // A host that lets its scripts be kept for long would hide what is new.
  options: { scope: base, updateViaCache: 'none' } as const,
})
