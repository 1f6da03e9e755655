/** Lesson 5 done from its first page to its last, by any hand. */

import type { Page } from 'playwright'
import { twoServersWords } from '../../../../web/words/two-servers.ts'
import { answered, type Hand, mouse, WORDS } from '../walk.ts'

/** What a learner does in this lesson beyond what lesson 1 needs. */
export interface LabHand extends Hand {
  /** Puts a request of the page's text on the bench. */
  useRequest: (id: string) => Promise<void>
  /** Writes a header row; an empty value takes the browser's own header away. */
  header: (name: string, value: string) => Promise<void>
  /** Puts the newest token that a server gave out into the `Authorization` header. */
  useIssuedToken: () => Promise<void>
  /** Opens the small browser, presses Home, and logs in through the form of the page. */
  loginInPane: () => Promise<void>
  /** Plays the attack of the page that is open, on the weak server. */
  play: () => Promise<void>
  /** Plays it again, on the server that holds. */
  replay: () => Promise<void>
}

/** The lesson's pages in order, and what is done on each. */
export const TWO_SERVERS: { page: string; act: (hand: LabHand) => Promise<void> }[] = [
  { page: 'who-sees', act: (hand) => hand.predict('both') },
  { page: 'small-browser', act: (hand) => hand.loginInPane() },
  {
    page: 'hidden-hop',
    act: async (hand) => {
      await take(hand, 'me')
      await take(hand, 'auth-me')
    },
  },
  {
    page: 'no-cookie',
    act: async (hand) => {
      await take(hand, 'logout')
      await take(hand, 'me')
    },
  },
  {
    page: 'spoilt-cookie',
    act: async (hand) => {
      await hand.useRequest('me')
      await hand.header('Cookie', 'jwt_token=a.b.c')
      await hand.send()
    },
  },
  { page: 'two-hundred', act: (hand) => hand.predict('unauthorized') },
  { page: 'stopped', act: (hand) => hand.predict('bad-gateway') },
  {
    page: 'logout-token',
    act: async (hand) => {
      await take(hand, 'login')
      await take(hand, 'logout')
      await hand.useRequest('auth-me')
      await hand.useIssuedToken()
      await hand.send()
    },
  },
  { page: 'steal', act: playTwice },
  { page: 'forge', act: playTwice },
  { page: 'compare', act: async () => {} },
  { page: 'recap', act: async () => {} },
]

/** Sends a request of the page as it is. */
async function take(hand: LabHand, request: string) {
  await hand.useRequest(request)
  await hand.send()
}

/** Logs in before each attack: where there is no cookie, there is nothing to attack. */
async function playTwice(hand: LabHand) {
  await take(hand, 'faithful-login')
  await hand.play()
  await take(hand, 'login')
  await hand.replay()
}

/** The mouse, and the keyboard only for what is written. */
export function labByMouse(page: Page, language: keyof typeof WORDS): LabHand {
  const { form, task, pane } = WORDS[language]
  const { attack } = twoServersWords[language]
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  /** The script has a button beside its frame, the other site's form one within. */
  const play = async () => {
    const frame = page.locator('bp-attack iframe')
    await frame.waitFor()
    const run = button(attack.run)
    const trigger = (await run.isVisible()) ? run : frame.contentFrame().getByRole('button')
    await answered(page, () => trigger.click())
  }
  return {
    ...mouse(page, language),
    useRequest: (id) => page.locator(`bp-lesson-page bp-request[name="${id}"]`).first().click(),
    header: async (name, value) => {
      const add = button(form.addHeader)
      if (!(await add.isVisible())) await page.getByText(form.more).click()
      await add.click()
      await page.getByLabel(form.headerName).last().fill(name)
      await page.getByLabel(form.headerValue).last().fill(value)
    },
    useIssuedToken: () => button(form.useToken).click(),
    loginInPane: async () => {
      await button(task.open.pane).click()
      await answered(page, () => button(pane.home).click())
      const shown = page.frameLocator('bp-browser-pane iframe')
      await shown.locator('[name=username]').fill('johndoe')
      await shown.locator('[name=password]').fill('secret')
      await answered(page, () => shown.locator('[type=submit]').click())
    },
    play,
    replay: async () => {
      await button(attack.again('client')).click()
      await play()
    },
  }
}
