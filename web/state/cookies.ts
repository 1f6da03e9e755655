/** The cookies that came and went, by who answered: a browser keeps the two apart. */

import { sentHeaders, setCookieLines } from '../../lessons/exchange/headers.ts'
import type { Answering, Exchange } from '../../lessons/exchange/exchange.ts'
import type { Cookie, CookieJar } from '../stage/cookie-jar.ts'

export class Cookies {
  private jars: Record<Answering, CookieJar> | undefined

  /** Loads the jars with the first lesson that has cookies: until then none are kept. */
  async open(): Promise<void> {
    const { CookieJar } = await import('../stage/cookie-jar.ts')
    this.jars ??= { real: new CookieJar(), browser: new CookieJar(), own: new CookieJar() }
  }

  /** Takes over what an answer sets. */
  take(exchange: Exchange): void {
    const { mode, response, request, at } = exchange
    const url = new URL(response.url || request.url)
    this.jars?.[mode].take(url, setCookieLines(sentHeaders(exchange)), at)
  }

  /** Every cookie of who answers in that mode. */
  all(mode: Answering): Cookie[] {
    return this.jars?.[mode].all() ?? []
  }

  /** The cookies that go with a request to a URL. */
  for(url: string, mode: Answering): Cookie[] {
    return this.jars?.[mode].for(new URL(url)) ?? []
  }

  /** The `Cookie` header's value for a URL; empty for none. */
  line(url: string, mode: Answering): string {
    return this.jars?.[mode].headerFor(new URL(url)) ?? ''
  }
}
