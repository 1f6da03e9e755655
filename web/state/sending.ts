/** What is under way: one thing at a time, with the cookies that go along, asked again while a server is too busy. */

import { hasCookies } from '../../lessons/lesson.ts'
import type { Busy } from '../stage/busy-server.ts'
import type { Sent } from '../stage/send.ts'
import type { Cookies } from './cookies.ts'
import type { Outgoing } from './outgoing.ts'
import type { Responder } from './responder.ts'
import type { Visit } from './visit.ts'
import { Waiting } from './waiting.ts'

interface SendingOptions {
  responder: Pick<Responder, 'mode' | 'send'>
  cookies: Cookies
  onChange: () => void
}

export class Sending {
  private readonly options: SendingOptions
  private waiting: Waiting | undefined
  /** Why what is sent has to be sent again. */
  busy: Busy | undefined

  constructor(options: SendingOptions) {
    this.options = options
  }

  get isUnderWay(): boolean {
    return this.waiting !== undefined
  }

  /** Waits no more for what is under way; an answer that comes later is dropped. */
  cancel(): void {
    this.waiting?.cancel()
  }

  /** Does something during which nothing else is sent. */
  async during<Result>(act: (waiting: Waiting) => Promise<Result>): Promise<Result> {
    this.waiting = new Waiting()
    this.options.onChange()
    try {
      return await act(this.waiting)
    } finally {
      this.waiting = undefined
      this.busy = undefined
      this.options.onChange()
    }
  }

  /** The answer to a draft as it was when it was sent: the learner may write another one meanwhile. */
  async answerTo(
    waiting: Waiting,
    { lesson }: Visit,
    { draft, url, clock, stopped, own }: Outgoing,
  ): Promise<Sent> {
    const { responder, cookies, onChange } = this.options
    let cookie: string | undefined
    const attempt = async (signal: AbortSignal) => {
      if (hasCookies(lesson)) await cookies.open()
      cookie ??= cookies.line(url, own ? 'own' : responder.mode)
      return responder.send(draft, { lesson, cookie, clock, stopped, signal, own })
    }
    return waiting.answerTo(attempt, (busy) => {
      this.busy = busy
      onChange()
    })
  }
}
