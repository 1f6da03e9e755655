/** Every lesson's servers with their hosts around them, found by path: the same table for Node and for the browser. */

import { Hono } from 'hono'
import { apps } from '../../lessons/apps.ts'
import { lessonCalled } from '../../lessons/index.ts'
import { appOf, type Lesson } from '../../lessons/lesson.ts'
import { randomKey } from '../stage/random-key.ts'
import { type StepHost, stepHost } from '../stage/step-host.ts'

/** Finds the host that answers at a path; undefined where no lesson's server is. */
export type FindHost = (pathname: string) => Promise<StepHost | undefined>

interface LessonHostsOptions {
  /** Path of the playground, without a slash at its end; empty at the root. */
  base?: string
  /** Whether servers that are weak on purpose answer too: on this machine alone, never to a network. */
  weak?: boolean
  /** Whether servers that sign with a published key answer too; as those that are weak where nothing is said. */
  publishedKey?: boolean
}

/**
 * Says where the server is that the one at a path calls, as its lesson's manifest has it.
 *
 * @returns a path without a slash at its end; undefined where the server calls none.
 */
export async function upstreamOf(pathname: string, base = ''): Promise<string | undefined> {
  const [slug = '', ...rest] = pathname.slice(`${base}/lessons/`.length).split('/')
  const lesson = await lessonCalled(slug)
  if (!lesson) return undefined
  const below = `${rest.join('/')}/`
  const [server] = nearestFirst(Object.values(lesson.servers), ({ path }) => path).filter(
    ({ path }) => below.startsWith(`${path}/`),
  )
  const called = server?.calls === undefined ? undefined : lesson.servers[server.calls]
  return called && `${base}/lessons/${slug}/${called.path}`
}

/** One server may stand below another's path: the longest is the nearest. */
const nearestFirst = <Entry>(entries: Entry[], pathOf: (entry: Entry) => string): Entry[] =>
  [...entries].sort((a, b) => pathOf(b).length - pathOf(a).length)

/** Stands where a server would, and says why it does not. */
const withheld: StepHost = new Hono()
withheld.all('*', (c) => c.json({ detail: 'Not Found: not served to a network' }, 404))

/** Makes the table of all lessons' servers. */
export function lessonHosts({
  base = '',
  weak = false,
  publishedKey = weak,
}: LessonHostsOptions = {}): FindHost {
  const hosts = new Map<string, Promise<StepHost>>()

  const mountsOf = (lesson: Lesson) =>
    nearestFirst(Object.values(lesson.servers), ({ path }) => path).map((server) => ({
      isServed: (weak || !server.weak) && (publishedKey || !server.publishedKey),
      prefix: `${base}/lessons/${lesson.slug}/${server.path}`,
      title: `${lesson.slug}/${server.path}`,
      load: apps[appOf(lesson, server)],
      ownKey: server.secretKey ?? false,
    }))

  return async (pathname) => {
    const root = `${base}/lessons/`
    if (!pathname.startsWith(root)) return undefined
    const lesson = await lessonCalled(pathname.slice(root.length).split('/')[0]!)
    if (!lesson) return undefined
    const mount = mountsOf(lesson).find(({ prefix }) => pathname.startsWith(`${prefix}/`))
    if (!mount?.load) return undefined
    const { isServed, prefix, title, load, ownKey } = mount
    if (!isServed) return withheld
    const up = '../'.repeat(prefix.slice(base.length).split('/').length - 1)
    const host =
      hosts.get(prefix) ??
      load().then(({ default: app }) =>
        stepHost(app, {
          title,
          prefix,
          docsScript: `${up}docs.js`,
          ...(ownKey && { secretKey: randomKey() }),
        }),
      )
    hosts.set(prefix, host)
    // What failed to load may load the next time.
    host.catch(() => hosts.delete(prefix))
    return host
  }
}
