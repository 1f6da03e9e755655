/** Whether the lesson is shown to a room: what shows it is loaded when that is first wanted. */

import type { ReactiveController, ReactiveElement } from 'lit'

export class RoomFrame implements ReactiveController {
  private readonly host: ReactiveElement
  private readonly openLesson: () => void
  /** Draws it; undefined while it is not shown. */
  show: typeof import('../present/show-room.ts').showRoom | undefined

  /** @param openLesson called where no lesson may be open yet. */
  constructor(host: ReactiveElement, openLesson: () => void) {
    this.host = host
    this.openLesson = openLesson
    host.addController(this)
    host.addEventListener('present', () => void this.present())
    host.addEventListener('leave-room', () => this.set(undefined))
  }

  hostConnected(): void {
    // It was shown to a room when it was loaded anew.
    if (window.name === 'bp-room') void this.present()
  }

  readonly present = async (): Promise<void> => {
    // No secret is seen on the way there.
    document.documentElement.setAttribute('masked', '')
    this.set((await import('../present/show-room.ts')).showRoom)
    this.openLesson()
  }

  private set(show: RoomFrame['show']): void {
    this.show = show
    this.host.requestUpdate()
  }
}
