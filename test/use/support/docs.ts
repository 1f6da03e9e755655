/** Swagger UI, as a person uses it on the docs page: in a tab of its own, or in the lesson's frame. */

import type { Tab } from './tab.ts'

/** Presses Authorize and logs in; waits until the docs say that it worked. */
export async function authorize(tab: Tab, username: string, password: string): Promise<void> {
  await tab.click({ css: '.swagger-ui button.authorize.btn' })
  await tab.type({ css: '.modal-ux #oauth_username' }, username)
  await tab.type({ css: '.modal-ux #oauth_password' }, password)
  await tab.click({ css: '.modal-ux button.authorize' })
  await tab.see('Authorized', { css: '.modal-ux' })
  await tab.click({ css: '.modal-ux button.btn-done' })
}

/** Opens the operation of a path, executes it, and gives the response as it is shown. */
export async function execute(tab: Tab, path: string): Promise<string> {
  const block = `.opblock:has([data-path="${path}"])`
  await tab.click({ css: `${block} .opblock-summary-control` })
  await tab.click({ css: `${block} button.execute` })
  return tab.see(/\b\d{3}\b/, { css: `${block} .live-responses-table` })
}
