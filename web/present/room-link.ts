/** The room's end of the channel: says what is shown, and obeys the one presenter's window that leads. */

import { type Channel, type LinkMessage, openChannel, type RoomView } from './link-messages.ts'
import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import { hideInHeader, hideSecrets } from '../kit/secrets.ts'
import { draftOf } from './offers.ts'
import type { Presentation } from './presentation.ts'

export class RoomLink {
  private readonly id = crypto.randomUUID?.() ?? String(Math.random())
  private readonly presentation: Presentation
  private readonly channel: Channel
  /** The presenter's window that leads. */
  private leader: string | undefined
  /** Whether it is more than the first that came. */
  private isChosen = false
  private language: RoomView['language'] = 'en'
  /** What was said last. */
  private said = ''

  /** @param path of the page: copies on one origin do not hear each other. */
  constructor(presentation: Presentation, path: string, channel = openChannel(path)) {
    this.presentation = presentation
    this.channel = channel
    channel.addEventListener('message', ({ data }) => this.hear(data as LinkMessage))
    channel.postMessage({ kind: 'room-opened', room: this.id })
  }

  /** Says what is shown, where that is something else than before. */
  tell(language: RoomView['language']): void {
    this.language = language
    const said = JSON.stringify(this.view)
    if (said !== this.said) this.say()
  }

  leave(): void {
    this.away()
    this.channel.close()
  }

  /** Nobody sees the room's window, for now. */
  away(): void {
    this.said = ''
    this.channel.postMessage({ kind: 'room-left', room: this.id })
  }

  private say(): void {
    const { view, leader } = this
    this.said = JSON.stringify(view)
    this.channel.postMessage({ kind: 'room-shows', room: this.id, leader, view })
  }

  private hear(message: LinkMessage): void {
    switch (message.kind) {
      case 'presenter-opened':
        // One that led before, as before a reload of this window, goes on; else the first leads.
        if (message.leads ? !this.isChosen : this.leader === undefined) {
          this.leader = message.presenter
          this.isChosen = message.leads
        }
        return this.say()
      case 'presenter-left':
        if (message.presenter !== this.leader) return
        this.leader = undefined
        this.isChosen = false
        void this.presentation.perform({ kind: 'reveal', isOn: false })
        return this.say()
      case 'take-over':
        if (message.room !== this.id) return
        this.leader = message.presenter
        this.isChosen = true
        return this.say()
      case 'command':
        if (message.room !== this.id || message.presenter !== this.leader) return
        void this.presentation.perform(message.command)
        return
      case 'room-opened':
      case 'room-shows':
      case 'room-left':
        // Of another room.
        return
      default:
        return message satisfies never
    }
  }

  private get view(): RoomView {
    const { steps, at, vote, isRevealed, side, kept, page, playground } = this.presentation
    const { lesson, page: open } = page!.visit
    const { lessons, page: began } = kept.progressed
    return {
      ...kept.chosen,
      lesson: lesson.slug,
      page: open.id,
      language: this.language,
      steps,
      at,
      vote,
      isRevealed,
      ...(side.isOpen && { beside: side.way }),
      offers: side.offers.map((offer) => ({
        ...(offer.part !== undefined && { part: offer.part }),
        ...(typeof offer.request === 'string' && { request: offer.request }),
        asks: inShort(draftOf(offer, playground)),
      })),
      offerAt: side.offerAt,
      bench: inShort(playground.workbench.draft),
      isSending: playground.workbench.sending,
      lessonBegan: lessons[lesson.slug] ?? 0,
      pageBegan: began?.at ?? 0,
    }
  }
}

/** The first line of a request, and what says who asks. */
function inShort({ method, path, headers }: RequestDraft): string {
  const asks = headers.filter(([name]) => /^(authorization|cookie)$/i.test(name))
  const said = asks.map(([name, value]) => `${name}: ${hideInHeader(name, value)}`)
  return [`${method} ${hideSecrets(path)}`, ...said].join(' · ')
}
