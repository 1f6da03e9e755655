/** One lesson's server alone at the root of a port, as if it were the only thing in the world. */

import { apps } from '../../lessons/apps.ts'
import { lessons } from '../../lessons/all.ts'
import { appOf, type LessonServer } from '../../lessons/lesson.ts'
import { framedByNobody } from '../stage/framed-by-nobody.ts'
import { POLICIES, withPolicy } from '../stage/policies.ts'
import { randomKey } from '../stage/random-key.ts'
import { hasDotSegments, type SiteBindings } from './site.ts'
import { stepHost } from '../stage/step-host.ts'

interface ServeOptions {
  /** Where a client server finds its auth server, without a slash at its end. */
  authServerUrl?: string
  /** Answers what the docs page loads: its script and what that imports. */
  docsFiles: (request: Request) => Response | Promise<Response>
}

/** A server of a lesson as `<lesson>` or `<lesson>/<server>`, the first of its servers by default. */
export interface Served {
  title: string
  app: string
  secretKey: boolean
  /** Whether it answers with pages, which nobody may frame. */
  pages: boolean
  weak: boolean
  publishedKey: boolean
}

/** What `serve` knows by name, for people who mistyped one. */
export const SERVABLE = lessons.flatMap((lesson) =>
  Object.keys(lesson.servers).map((server, index) =>
    index === 0 ? lesson.slug : `${lesson.slug}/${server}`,
  ),
)

/** A server that has a port of its own besides the playground's. */
interface OnOwnPort {
  /** As `serve` knows it. */
  name: string
  role: 'client' | 'auth'
  port: number
  weak: boolean
  /** Where it is below the playground. */
  path: string
}

const ON_OWN_PORTS = lessons.flatMap(({ slug, servers }) =>
  Object.entries(servers).flatMap(([id, server], index): OnOwnPort[] => {
    const { role, port, weak = false, path } = server
    if (role === undefined || port === undefined) return []
    const name = index === 0 ? slug : `${slug}/${id}`
    return [{ name, role, port, weak, path: `/lessons/${slug}/${path}` }]
  }),
)

/** The server that plays a role on a port of its own, as the lessons' manifests have it. */
export function onOwnPort(role: OnOwnPort['role'], weak = false): OnOwnPort {
  return ON_OWN_PORTS.find((server) => server.role === role && server.weak === weak)!
}

/** Finds a server by name; undefined when there is none of it. */
export function findServed(name: string): Served | undefined {
  const [slug, id] = name.split('/')
  const lesson = lessons.find((entry) => entry.slug === slug)
  if (!lesson) return undefined
  const servers = new Map<string, LessonServer>(Object.entries(lesson.servers))
  const server = id === undefined ? [...servers.values()][0] : servers.get(id)
  if (!server) return undefined
  const { weak = false, publishedKey = false, secretKey = false, pages = false } = server
  return { title: name, app: appOf(lesson, server), secretKey, pages, weak, publishedKey }
}

/** Makes the app: the step and its docs page, without trace, clock or anything else of the playground. */
export async function serveAlone(
  { title, app, secretKey, pages }: Served,
  { docsFiles, authServerUrl }: ServeOptions,
) {
  const { default: step } = await apps[app]!()
  const host = stepHost(step, {
    title,
    // What FastAPI calls an app that has no title of its own: the description is the tutorial's to the letter.
    apiTitle: 'FastAPI',
    docsScript: 'docs.js',
    alone: true,
    ...(secretKey && { secretKey: randomKey() }),
  })
  return {
    fetch: (request: Request, bindings: SiteBindings) => {
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
      if (file.ok) return withPolicy(file, POLICIES.docsAlone)
    }
    const response = await host.fetch(request, bindings)
    return pages ? framedByNobody(request, response) : response
  }
}

/** What the docs page loads, and no way out of its folder. */
const DOCS_FILE = /^\/(docs\.js|assets\/[\w.-]+)$/
