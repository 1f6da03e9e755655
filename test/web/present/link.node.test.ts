/** The room's window and the presenter's: who leads, and what a reload of either leaves. */

import { describe, expect, test } from 'vitest'
import type { Channel, LinkMessage } from '../../../web/present/link-messages.ts'
import { PresenterLink } from '../../../web/present/presenter-link.ts'
import type { PresentCommand } from '../../../web/present/present-command.ts'
import type { Presentation } from '../../../web/present/presentation.ts'
import { RoomLink } from '../../../web/present/room-link.ts'
import { NO_VOTE } from '../../../web/present/votes.ts'

/** Channels of one name, as windows of one origin have them: each hears the others, and not itself. */
function ether() {
  const open = new Map<Channel, (event: { data: unknown }) => void>()
  const onTheWay: { from: Channel; data: unknown }[] = []
  // What is said while something is heard is heard after it.
  const deliver = (from: Channel, data: unknown) => {
    if (onTheWay.push({ from, data }) > 1) return
    for (let next = onTheWay[0]; next; onTheWay.shift(), next = onTheWay[0]) {
      for (const [other, hear] of open) if (other !== next.from) hear({ data: next.data })
    }
  }
  return (): Channel => {
    const channel: Channel = {
      postMessage: (message: LinkMessage) =>
        deliver(channel, JSON.parse(JSON.stringify(message)) as unknown),
      addEventListener: (_, hear) => void open.set(channel, hear),
      close: () => void open.delete(channel),
    }
    return channel
  }
}

/** A room's presentation, of which only what it is told matters. */
function roomOn(channel: Channel) {
  const done: PresentCommand[] = []
  const presentation = {
    steps: [{ kind: 'vote' }],
    at: 0,
    vote: NO_VOTE,
    isRevealed: false,
    side: { isOpen: false, offers: [], offerAt: 0 },
    kept: {
      chosen: { look: 'projector', scale: 100, isSplit: false, hidesVotes: false },
      progressed: { lessons: { jwt: 5 }, page: { key: 'jwt/clock', at: 7 } },
    },
    page: { visit: { lesson: { slug: 'jwt' }, page: { id: 'clock' } } },
    playground: {
      workbench: {
        sending: false,
        draft: {
          method: 'GET',
          path: '/users/me/?access_token=a-token',
          headers: [
            ['Authorization', 'Bearer a-token'],
            ['Accept', '*/*'],
          ],
        },
      },
    },
    perform: (command: PresentCommand) => void done.push(command),
  } as unknown as Presentation
  const link = new RoomLink(presentation, '/', channel)
  link.tell('en')
  return { link, done, presentation }
}

const forward: PresentCommand = { kind: 'forward' }

test('a presenter reads what is on the bench, without its secrets', () => {
  const channel = ether()
  roomOn(channel())
  const presenter = new PresenterLink('presenter', channel())
  expect(presenter.room?.view.bench).toBe(
    'GET /users/me/?access_token=•••••••• · Authorization: Bearer ••••••••',
  )
})

describe('one room and one presenter', () => {
  test.each(['room', 'presenter'])('find each other where the %s opens first', (first) => {
    const channel = ether()
    const [room, presenter] =
      first === 'room'
        ? [roomOn(channel()), new PresenterLink('a', channel())]
        : ([new PresenterLink('a', channel()), roomOn(channel())].toReversed() as [
            ReturnType<typeof roomOn>,
            PresenterLink,
          ])
    expect(presenter.leads).toBe(true)
    expect(presenter.room?.view).toMatchObject({
      lesson: 'jwt',
      page: 'clock',
      steps: [{ kind: 'vote' }],
      lessonBegan: 5,
      pageBegan: 7,
    })
    presenter.perform(forward)
    expect(room.done).toEqual([forward])
  })

  test('the presenter is told what changed, and nothing where nothing did', () => {
    const channel = ether()
    const { link, presentation } = roomOn(channel())
    const presenter = new PresenterLink('a', channel())
    let told = 0
    presenter.onChange = () => told++
    link.tell('en')
    expect(told).toBe(0)
    Object.assign(presentation, { at: 3 })
    link.tell('ko')
    expect([told, presenter.room?.view.at, presenter.room?.view.language]).toEqual([1, 3, 'ko'])
  })

  test('the presenter knows when the room is back at its workbench, and leads it no more', () => {
    const channel = ether()
    const room = roomOn(channel())
    const presenter = new PresenterLink('a', channel())
    room.link.leave()
    expect([presenter.hasLeft, presenter.leads]).toEqual([true, false])
    presenter.perform(forward)
    expect(room.done).toEqual([])
  })
})

describe('a second presenter', () => {
  test('does not lead, is told so, and may take over', () => {
    const channel = ether()
    const { done } = roomOn(channel())
    const first = new PresenterLink('a', channel())
    const second = new PresenterLink('b', channel())
    expect([first.leads, second.leads]).toEqual([true, false])
    second.perform(forward)
    expect(done).toEqual([])
    second.takeOver()
    expect([first.leads, second.leads]).toEqual([false, true])
    first.perform({ kind: 'back' })
    second.perform(forward)
    expect(done).toEqual([forward])
  })

  test('leads once the first has gone and it greets anew, and no secret stays shown', () => {
    const channel = ether()
    const { done } = roomOn(channel())
    const first = new PresenterLink('a', channel())
    first.leave()
    expect(done).toEqual([{ kind: 'reveal', isOn: false }])
    expect(new PresenterLink('b', channel()).leads).toBe(true)
  })

  test('that pretends to lead is not obeyed', () => {
    const channel = ether()
    const { done } = roomOn(channel())
    const first = new PresenterLink('a', channel())
    const room = first.room!.id
    channel().postMessage({ kind: 'command', presenter: 'b', room, command: forward })
    expect(done).toEqual([])
  })
})

describe('a reload', () => {
  test('of the presenter’s window leaves it in the lead', () => {
    const channel = ether()
    const { done } = roomOn(channel())
    new PresenterLink('a', channel()).leave()
    const again = new PresenterLink('a', channel())
    again.perform(forward)
    expect(done.at(-1)).toEqual(forward)
  })

  test('of the room leaves in the lead who led, though others greet first', () => {
    const channel = ether()
    const before = roomOn(channel())
    const other = new PresenterLink('b', channel())
    const leader = new PresenterLink('a', channel())
    leader.takeOver()
    before.link.leave()
    const { done } = roomOn(channel())
    expect([leader.leads, other.leads]).toEqual([true, false])
    leader.perform(forward)
    expect(done).toEqual([forward])
  })
})
