/** Tokens for tests of what shows them, and the inspector put up with one. */

import type { TokenInspector } from '../../../web/token/token-inspector.ts'
import { en } from '../../../web/words/en.ts'
import { tokenWords } from '../../../web/words/token.ts'
import { forge } from '../../../lessons/contract/forge.ts'
import { all, mount, one, rendered, textIn, write } from '../../support/fixture.ts'

/** Ends at the last second of 2029. */
export const CLAIMS = '{"sub":"johndoe","exp":1893455999,"role":"admin"}'

export const TOKEN = await forge({ payload: CLAIMS })

/** Half an hour and two seconds less before {@link TOKEN} ends. */
const NOW = new Date('2029-12-31T23:30:01Z')

/** Waits for what Web Crypto does in between. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await rendered()
}

export async function inspect(
  token: string,
  properties: Partial<TokenInspector> = {},
): Promise<TokenInspector> {
  const requestedToken = { token }
  const element = await mount('bp-token-inspector', {
    words: en,
    now: NOW,
    requestedToken,
    ...properties,
  })
  await settled()
  return element
}

const pasteField = (element: Element) => one(element, '#token', HTMLTextAreaElement)

/** The token as it stands in the inspector. */
export const shown = (element: Element) => pasteField(element).value

export async function paste(element: Element, text: string): Promise<void> {
  await write(pasteField(element), text)
  await settled()
}

export function button(element: Element, name: string): HTMLButtonElement {
  const found = all<HTMLButtonElement>(element, 'button').filter((each) => textIn(each) === name)
  if (found.length !== 1) throw new Error(`${found.length} buttons are called ${name}`)
  return found[0]!
}

export const hasButton = (element: Element, name: string) =>
  all(element, 'button').some((each) => textIn(each) === name)

export async function press(element: Element, name: string): Promise<void> {
  button(element, name).click()
  await settled()
}

/** What puts the token on the bench: beside it, and once more behind each change of it. */
export const useButtons = (element: Element) =>
  all<HTMLButtonElement>(element, 'button').filter((one) => textIn(one) === tokenWords.en.use)

/** Opens all that is folded. */
export async function unfold(element: Element): Promise<void> {
  for (const details of all(element, 'details')) (details as HTMLDetailsElement).open = true
  await settled()
}

export async function choose(select: HTMLElement, value: string): Promise<void> {
  ;(select as HTMLSelectElement).value = value
  select.dispatchEvent(new Event('change', { bubbles: true }))
  await settled()
}
