/** A learner's browser in this process: its journal, its cookies, and the attacks that are played in it. */

import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import { setCookieLines } from '../../lessons/exchange/headers.ts'
import type { BreakTask, Lesson } from '../../lessons/lesson.ts'
import type { HeaderList } from '../../server/security/trace.ts'
import { type Cookie, cookieHeader, CookieJar } from '../../web/stage/cookie-jar.ts'
import { asOtherSite } from '../../web/stage/other-site.ts'
import { exchangeOf } from './exchange.ts'

interface Sending {
  page?: string
  stopped?: boolean
  origin?: Exchange['origin']
  now?: Date | undefined
}

export class LearnersBrowser {
  readonly journal: Exchange[] = []
  private readonly lesson: Lesson
  private readonly jar = new CookieJar()

  constructor(lesson: Lesson) {
    this.lesson = lesson
  }

  /** Sends a draft with the cookies that belong to its address. */
  async send(draft: RequestDraft, sending: Sending = {}): Promise<Exchange> {
    const line = cookieHeader(this.cookiesFor(draft))
    const added: HeaderList = line === '' ? [] : [['cookie', line]]
    const exchange = await exchangeOf(this.lesson, draft, { ...sending, added })
    return this.enter(exchange)
  }

  /** Plays one of the two attacks on a server's page. */
  play(kind: 'script' | 'form', attacked: string, page = ''): Promise<Exchange> {
    if (kind === 'form') return this.forge(attacked, { page })
    return this.steal(attacked, this.readable(attacked), page)
  }

  /** The token that a script can read on a server's page; empty for none. */
  readable(server: string): string {
    const cookies = this.cookiesFor({ server, path: DATA })
    return cookies.find(({ name, httpOnly }) => name === 'jwt_token' && !httpOnly)?.value ?? ''
  }

  /** An attack on a server's page, with the cookies that may go along. */
  attackFrom(draft: RequestDraft, attacked: string, page = ''): Promise<Exchange> {
    return this.attack(asOtherSite(draft, this.cookiesFor(draft)), attacked, page)
  }

  /** What a thief asks with the token that a script read. */
  steal(attacked: string, read: string, page = ''): Promise<Exchange> {
    const headers: HeaderList = [['Authorization', `Bearer ${read}`.trim()]]
    const draft = { server: 'auth', method: 'GET', path: '/users/me/', headers, body: '' }
    return this.attack(draft, attacked, page)
  }

  /** What the form of another site's page sends: with `cookie`, or with those that may go along. */
  forge(attacked: string, { cookie, page = '' }: { cookie?: string; page?: string } = {}) {
    const task = this.lesson.pages.find((one) => one.kind === 'break' && one.sends)
    const { sends } = task as BreakTask
    const headers: HeaderList = [...sends!.headers]
    if (cookie !== undefined) headers.push(['Cookie', cookie])
    return this.fromOtherSite({ ...sends!, server: attacked, headers }, page)
  }

  /** A request of another site's page, with the cookies that may go along. */
  fromOtherSite(draft: RequestDraft, page = ''): Promise<Exchange> {
    return this.attackFrom(draft, draft.server, page)
  }

  /** The `Cookie` header the browser has for a server's data. */
  cookieOf(server: string): string {
    return cookieHeader(this.cookiesFor({ server, path: DATA }))
  }

  private async attack(draft: RequestDraft, attacked: string, page: string): Promise<Exchange> {
    const exchange = await exchangeOf(this.lesson, draft, { origin: 'attack', page })
    return this.enter({ ...exchange, attacked })
  }

  private cookiesFor({ server, path }: Pick<RequestDraft, 'server' | 'path'>): Cookie[] {
    const { slug, servers } = this.lesson
    const below = `http://localhost:3000/lessons/${slug}/${servers[server]!.path}`
    return this.jar.for(new URL(below + path))
  }

  private enter(exchange: Exchange): Exchange {
    const { url, headers } = exchange.response
    this.jar.take(new URL(url), setCookieLines(headers))
    this.journal.push({ ...exchange, id: this.journal.length + 1 })
    return exchange
  }
}

/** Where a client server's data is. */
const DATA = '/test-users-me'
