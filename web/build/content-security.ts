/** The built page's Content Security Policy: in the page itself, so that a static copy carries it too. */

import type { Plugin } from 'vite'

/**
 * Scripts and workers from this origin alone, and text never becomes markup or code by assignment
 * (Trusted Types). `lit-html` is Lit's policy for its static templates, `default` is ours for worker URLs.
 */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "worker-src 'self'",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html default',
].join('; ')

/** Adds the policy to the built `index.html`; the development server needs looser rules for hot reload. */
export function contentSecurity(): Plugin {
  return {
    name: 'content-security',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
        injectTo: 'head-prepend',
      },
    ],
  }
}
