/** Which of a lesson's servers can be taken home, and what becomes of each there. */

import { appOf, type Lesson, type LessonServer } from '../../lessons/lesson.ts'

/** A server at home. */
export interface HomeServer {
  /** Its name there: its id in the lesson. */
  name: string
  /** Folder and file of its app, such as `4-jwt/app`. */
  app: string
  port: number
  server: LessonServer
}

/** Where a step listens that has no port of its own, as in the tutorial's own commands. */
const PORT = 8000

/** The servers of a lesson that differ by their apps, the one that is asked first. */
export function homeServers(lesson: Lesson, asked: string): [HomeServer, ...HomeServer[]] {
  const ids = Object.keys(lesson.servers)
  const first = ids.includes(asked) ? asked : ids[0]!
  const servers = new Map<string, HomeServer>()
  for (const name of [first, ...ids]) {
    const server = lesson.servers[name]!
    const app = appOf(lesson, server)
    // The same app below another path is no other server where each is alone.
    if (!servers.has(app)) servers.set(app, { name, app, port: server.port ?? PORT, server })
  }
  return [...servers.values()] as [HomeServer, ...HomeServer[]]
}
