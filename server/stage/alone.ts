/** A step app as the only thing at the root of a port, without trace, clock or anything else of the playground. */

import { hasDotSegments } from './dot-segments.ts'
import { framedByNobody } from './framed-by-nobody.ts'
import { withJoinedGuards } from './joined-guards.ts'
import { POLICIES, withPolicy } from './policies.ts'
import { randomKey } from './random-key.ts'
import type { SiteBindings } from './site-bindings.ts'
import { type AnyApp, stepHost } from './step-host.ts'

interface AloneOptions {
  title: string
  /** Whether the app signs with a key of its own: one is drawn here. */
  secretKey?: boolean
  /** Whether it answers with pages, which nobody may frame. */
  pages?: boolean
  /** Where a client server finds its auth server, without a slash at its end. */
  authServerUrl?: string
  /** Answers what the docs page loads: its script and what that imports. */
  docsFiles: (request: Request) => Response | Promise<Response>
}

/** What answers at the port. */
export interface AloneHost {
  fetch: (request: Request, bindings: SiteBindings) => Response | Promise<Response>
}

/** Makes the host of an app that stands alone: the step and its docs page. */
export function hostAlone(
  step: AnyApp,
  { title, secretKey = false, pages = false, authServerUrl, docsFiles }: AloneOptions,
): AloneHost {
  const host = stepHost(step, {
    title,
    // What FastAPI calls an app that has no title of its own: the description is the tutorial's to the letter.
    apiTitle: 'FastAPI',
    docsScript: 'docs.js',
    alone: true,
    routes: withJoinedGuards(step),
    ...(secretKey && { secretKey: randomKey() }),
  })
  return {
    fetch: (request, bindings) => {
      const { target = '' } = bindings
      if (hasDotSegments(target)) return Response.json({ detail: 'Not Found' }, { status: 404 })
      if (authServerUrl) Object.assign(bindings, { AUTH_SERVER_URL: authServerUrl })
      return DOCS_FILE.test(target) || pages
        ? page(request, bindings)
        : host.fetch(request, bindings)
    },
  }

  async function page(request: Request, bindings: SiteBindings): Promise<Response> {
    if (request.method === 'GET' && DOCS_FILE.test(bindings.target ?? '')) {
      const file = await docsFiles(request)
      // Or one that the browser has already.
      if (file.ok || file.status === 304) return withPolicy(file, POLICIES.docsAlone)
    }
    const response = await host.fetch(request, bindings)
    return pages ? framedByNobody(request, response) : response
  }
}

/** What the docs page loads, and no way out of its folder. */
const DOCS_FILE = /^\/(docs\.js|assets\/[\w.-]+)$/
