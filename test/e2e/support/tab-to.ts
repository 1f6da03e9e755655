/** The way of the Tab key: where the focus is, and on to where it is wanted. */

import type { Locator, Page } from 'playwright'

export interface Focus {
  /** Accessible label, else the text. */
  label: string
  value: string
  type: string
  tag: string
  /** Id of the request that a link in the text stands for. */
  request: string
}

/** What has the focus, through all shadow roots; of a frame, the frame itself. */
export function focused(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    let element = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    const { value = '', type = '' } = (element ?? {}) as { value?: string; type?: string }
    const root = element?.getRootNode()
    const host = root instanceof ShadowRoot ? root.host : undefined
    return {
      label: element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '',
      value,
      type,
      tag: element?.localName ?? '',
      request: host?.localName === 'bp-request' ? (host.getAttribute('name') ?? '') : '',
    }
  })
}

/** Presses Tab until what is wanted has the focus: what has that label, or fits. */
export async function tabTo(
  page: Page,
  wanted: string | ((focus: Focus) => boolean),
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  const fits = typeof wanted === 'string' ? ({ label }: Focus) => label === wanted : wanted
  await pressUntil(page, key, async () => fits(await focused(page)), String(wanted))
}

/** Presses Tab until an element in a frame has the focus: first into the frame, then on in there. */
export async function tabInto(page: Page, frame: string, wanted: Locator): Promise<void> {
  const view = page.locator(`${frame} iframe`)
  await pressUntil(page, 'Tab', () => view.evaluate(hasFocus), frame)
  await wanted.waitFor()
  await pressUntil(page, 'Tab', () => wanted.evaluate(hasFocus), `${frame}: ${String(wanted)}`)
}

/** Presses Tab until the focus is in no frame any more. */
export async function tabOut(page: Page): Promise<void> {
  const isOut = async () => (await focused(page)).tag !== 'iframe'
  await pressUntil(page, 'Tab', isOut, 'the way out of the frame')
}

async function pressUntil(
  page: Page,
  key: string,
  isThere: () => Promise<boolean>,
  wanted: string,
): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    if (await isThere()) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} never came to ${wanted}`)
}

const hasFocus = (element: Element) =>
  (element.getRootNode() as Document | ShadowRoot).activeElement === element
