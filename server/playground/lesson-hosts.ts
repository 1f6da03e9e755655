/** Every lesson's servers with their hosts around them, found by path: the same table for Node and for the browser. */

import { lessonCalled } from '../../lessons/index.ts'
import { appOf } from '../../lessons/lesson.ts'
import { watchedApps } from '../../lessons/watched-apps.ts'
import { randomKey } from '../stage/random-key.ts'
import { stepHost } from '../stage/step-host.ts'
import { type AnsweringHost, watchedHost } from '../stage/watched-host.ts'
import { type Audience, isAmong, withheld } from './audience.ts'

/** Finds the host that answers a request at a path; undefined where no lesson's server is. */
export type FindHost = (
  pathname: string,
  fromNetwork?: boolean,
) => Promise<AnsweringHost | undefined>

interface LessonHostsOptions {
  /** Path of the playground, without a slash at its end; empty at the root. */
  base?: string
  /** Whom servers that are weak on purpose answer; nobody where nothing is said. */
  weak?: Audience
  /** Whom servers that sign with a published key answer; as those that are weak where nothing is said. */
  publishedKey?: Audience
  /** The step apps, by folder and file; those that tell what they run unless given. */
  apps?: typeof watchedApps
}

/** The server of a lesson that a path is below; undefined where there is none. */
async function serverAt(pathname: string, base: string) {
  const root = `${base}/lessons/`
  if (!pathname.startsWith(root)) return undefined
  const [slug = ''] = pathname.slice(root.length).split('/')
  const lesson = await lessonCalled(slug)
  if (!lesson) return undefined
  const below = pathname.slice(`${root}${slug}/`.length)
  // One server may stand below another's path: the longest is the nearest.
  const [server] = Object.values(lesson.servers)
    .filter(({ path }) => below.startsWith(`${path}/`))
    .sort((one, other) => other.path.length - one.path.length)
  return server && { lesson, server }
}

/**
 * Says where the server is that the one at a path calls, as its lesson's manifest has it.
 *
 * @returns a path without a slash at its end; undefined where the server calls none.
 */
export async function upstreamOf(pathname: string, base = ''): Promise<string | undefined> {
  const found = await serverAt(pathname, base)
  if (!found) return undefined
  const { lesson, server } = found
  const called = server.calls === undefined ? undefined : lesson.servers[server.calls]
  return called && `${base}/lessons/${lesson.slug}/${called.path}`
}

/** Makes the table of all lessons' servers. */
export function lessonHosts({
  base = '',
  weak = false,
  publishedKey = weak,
  apps = watchedApps,
}: LessonHostsOptions = {}): FindHost {
  const hosts = new Map<string, Promise<AnsweringHost>>()

  return async (pathname, fromNetwork) => {
    const found = await serverAt(pathname, base)
    if (!found) return undefined
    const { lesson, server } = found
    const load = apps[appOf(lesson, server)]
    if (!load) return undefined
    if (server.weak && !isAmong(weak, fromNetwork)) return withheld
    if (server.publishedKey && !isAmong(publishedKey, fromNetwork)) return withheld
    const title = `${lesson.slug}/${server.path}`
    const prefix = `${base}/lessons/${title}`
    const up = '../'.repeat(prefix.slice(base.length).split('/').length - 1)
    const host =
      hosts.get(prefix) ??
      load().then(({ default: watched }) => {
        const secret = server.secretKey && { secretKey: randomKey() }
        return watchedHost(watched, (app, refused) =>
          stepHost(app, { title, prefix, docsScript: `${up}docs.js`, refused, ...secret }),
        )
      })
    hosts.set(prefix, host)
    // What failed to load may load the next time.
    host.catch(() => hosts.delete(prefix))
    return host
  }
}
