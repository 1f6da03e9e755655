/** What a learner does in a lesson, in words that every engine's tab understands. */

import { en } from '../../../web/words/en.ts'
import type { Tab } from './tab.ts'

/** What the answer on the bench says. */
export const RESPONSE = { css: 'bp-raw-message[data-part=response]' }

/** The title of the lesson's page, or of the start page. */
export const TITLE = { css: 'h1' }

/** The button that sends what is on the bench. */
export const SEND = { role: 'button', name: en.form.send, css: 'bp-request-form button' } as const

/** Chooses an answer before sending, and sends; gives the answer that came. */
export async function predict(tab: Tab, option: string): Promise<string> {
  await tab.click({ css: `bp-task-card input[value="${option}"]` })
  await tab.click({ role: 'button', name: en.task.send })
  await tab.find({ css: 'bp-task-card .kind.done' })
  return tab.text(RESPONSE)
}

/** Writes an `Authorization` header and sends; gives the answer that says `wanted`. */
export async function sendToken(
  tab: Tab,
  scheme: string,
  token: string,
  wanted: string,
): Promise<string> {
  const { authorization, scheme: schemeName, token: tokenName } = en.form
  await tab.type({ role: 'field', name: `${authorization}: ${schemeName}` }, scheme)
  await tab.type({ role: 'field', name: `${authorization}: ${tokenName}` }, token)
  await tab.click(SEND)
  return tab.see(wanted, RESPONSE)
}

/** Sends by Enter from the value of another header, and from the scheme, whose list may be open and is closed by it. */
export async function sendByEnter(tab: Tab): Promise<void> {
  const { authorization, scheme, token, addHeader, headerName, headerValue } = en.form
  await tab.type({ role: 'field', name: `${authorization}: ${token}` }, 'from-header')
  await tab.click({ css: 'bp-request-form details.headers summary' })
  await tab.click({ role: 'button', name: addHeader })
  await tab.type({ role: 'field', name: headerName }, 'X-Other')
  await tab.type({ role: 'field', name: headerValue }, 'other')
  await tab.press('Enter')
  await tab.see('{"token":"from-header"}', RESPONSE)
  await tab.type({ role: 'field', name: `${authorization}: ${token}` }, 'from-scheme')
  await tab.type({ role: 'field', name: `${authorization}: ${scheme}` }, 'bearer')
  await tab.press('Enter')
  await tab.press('Enter')
  await tab.see('{"token":"from-scheme"}', RESPONSE)
}

/** How far the page reaches beyond the screen to the right, in CSS pixels. */
export const beyond = (tab: Tab): Promise<number> =>
  tab.evaluate('document.documentElement.scrollWidth - innerWidth')
