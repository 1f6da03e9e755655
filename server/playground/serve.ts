/** One lesson's server alone at the root of a port, as if it were the only thing in the world. */

import { apps } from '../../lessons/apps.ts'
import { lessons } from '../../lessons/all.ts'
import { appOf, type LessonServer } from '../../lessons/lesson.ts'
import { type AloneHost, hostAlone } from '../stage/alone.ts'

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
  options: ServeOptions,
): Promise<AloneHost> {
  const { default: step } = await apps[app]!()
  return hostAlone(step, { title, secretKey, pages, ...options })
}
