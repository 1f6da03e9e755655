/** A presenter's end of the channel: follows the room that opened last, and leads it where no other window does. */

import type { Channel, LinkMessage, RoomView } from './link-messages.ts'
import type { PresentCommand } from './present-command.ts'

interface Room {
  id: string
  leader: string | undefined
  view: RoomView
}

export class PresenterLink {
  private readonly id: string
  private readonly channel: Channel
  /** The room that is followed; undefined before the first. */
  room: Room | undefined
  /** Whether the room went back to its workbench. */
  hasLeft = false
  onChange: () => void = () => {}

  /** @param id of this window: the same after a reload, so that it leads on. */
  constructor(id: string, channel: Channel) {
    this.id = id
    this.channel = channel
    channel.addEventListener('message', ({ data }) => this.hear(data as LinkMessage))
    this.greet()
  }

  get leads(): boolean {
    return this.room?.leader === this.id && !this.hasLeft
  }

  /** Has the room do something; nothing where another window leads. */
  perform(command: PresentCommand): void {
    const { room, id, leads } = this
    if (room && leads) {
      this.channel.postMessage({ kind: 'command', presenter: id, room: room.id, command })
    }
  }

  takeOver(): void {
    const { room, id } = this
    if (room) this.channel.postMessage({ kind: 'take-over', presenter: id, room: room.id })
  }

  leave(): void {
    this.channel.postMessage({ kind: 'presenter-left', presenter: this.id })
    this.channel.close()
  }

  private greet(): void {
    const { id, room } = this
    this.channel.postMessage({
      kind: 'presenter-opened',
      presenter: id,
      leads: room?.leader === id,
    })
  }

  private hear(message: LinkMessage): void {
    switch (message.kind) {
      case 'room-opened':
        // It may be the same one after a reload, or another: whichever came last is meant.
        return this.greet()
      case 'room-shows':
        this.room = { id: message.room, leader: message.leader, view: message.view }
        this.hasLeft = false
        return this.onChange()
      case 'room-left':
        if (message.room !== this.room?.id) return
        this.hasLeft = true
        return this.onChange()
      case 'presenter-opened':
      case 'presenter-left':
      case 'take-over':
      case 'command':
        // For the room.
        return
      default:
        return message satisfies never
    }
  }
}
