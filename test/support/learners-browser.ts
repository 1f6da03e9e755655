/** A learner's browser in this process: its journal, its cookies, and the attacks that are played in it. */

import type { Exchange, Lesson, RequestDraft } from '../../lessons/lesson.ts'
import type { HeaderList } from '../../server/security/trace.ts'
import { CookieJar } from '../../web/stage/cookie-jar.ts'
import { exchangeOf } from './exchange.ts'

interface Sending {
  page?: string
  stopped?: boolean
}

export class LearnersBrowser {
  readonly journal: Exchange[] = []
  private readonly lesson: Lesson
  private readonly jar = new CookieJar()
  /** The `Set-Cookie` lines that count by now, by server: an attack looks at their attributes. */
  private readonly lines: Record<string, string> = {}

  constructor(lesson: Lesson) {
    this.lesson = lesson
  }

  /** Sends a draft with the cookies that belong to its address. */
  async send(draft: RequestDraft, sending: Sending = {}): Promise<Exchange> {
    const exchange = await this.ask(draft, this.cookiesFor(draft), sending)
    const lines = exchange.response.headers.flatMap(([name, value]) =>
      name === 'set-cookie' ? value : [],
    )
    this.jar.take(new URL(exchange.response.url), lines)
    for (const line of lines) this.lines[draft.server] = line
    return this.enter(exchange)
  }

  /** Plays one of the two attacks on a server's page. */
  play(kind: 'script' | 'form', attacked: string, page = ''): Promise<Exchange> {
    const line = this.lines[attacked] ?? ''
    if (kind === 'form') return this.forge(attacked, { cookie: !/SameSite=Lax/.test(line), page })
    const readable = /HttpOnly/.test(line) ? '' : (/^jwt_token=([^;]*)/.exec(line)?.[1] ?? '')
    return this.steal(attacked, readable, page)
  }

  /** The thief's request with what the script read. */
  async steal(attacked: string, read: string, page = ''): Promise<Exchange> {
    const headers: HeaderList = [['Authorization', `Bearer ${read}`]]
    const exchange = await this.ask({ ...GET, server: 'auth', path: '/users/me/', headers }, [], {
      page,
    })
    return this.enter({ ...exchange, origin: 'attack', attacked })
  }

  /** What another page makes the browser ask; its cookies go along or not. */
  async forge(
    attacked: string,
    { cookie, page = '' }: { cookie: boolean | string; page?: string },
  ): Promise<Exchange> {
    const headers: HeaderList = [['Sec-Fetch-Site', 'cross-site']]
    const draft = { ...GET, server: attacked, path: '/test-users-me', headers }
    const written: HeaderList = typeof cookie === 'string' ? [['cookie', cookie]] : []
    const added = cookie === true ? this.cookiesFor(draft) : written
    const exchange = await this.ask(draft, added, { page })
    return this.enter({ ...exchange, origin: 'attack', attacked })
  }

  private ask(draft: RequestDraft, added: HeaderList, { page = '', ...more }: Sending) {
    return exchangeOf(this.lesson, draft, { page, added, ...more })
  }

  private cookiesFor({ server, path }: RequestDraft): HeaderList {
    const { slug, servers } = this.lesson
    const url = `http://localhost:3000/lessons/${slug}/${servers[server]!.path}${path}`
    const cookies = this.jar.headerFor(new URL(url))
    return cookies === undefined ? [] : [['cookie', cookies]]
  }

  private enter(exchange: Exchange): Exchange {
    this.journal.push({ ...exchange, id: this.journal.length + 1 })
    return exchange
  }
}

const GET = { method: 'GET', body: '' }
