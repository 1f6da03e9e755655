/** What a lesson's servers were sent as credentials or gave out, and whether any view of the page lets it be read. */

import type { Page, Request } from 'playwright'
import { comparisonWords } from '../../../web/words/comparison.ts'
import { painted } from './painted.ts'
import { type Language, WORDS } from './walk.ts'

/** Long enough to be nobody's word: wherever such a text stands, it is the secret. */
const UNMISTAKABLE = 24

/** The root's attribute. */
const MASKED = 'masked'

export interface Secrets {
  hide: () => Promise<unknown>
  show: () => Promise<unknown>
  /** The secrets that can be read in the views of the page now; `all` opens what is folded, too. */
  readable: (views?: 'tabs' | 'all') => Promise<string[]>
}

/** Collects from now on what crosses the wire to and from a lesson's real servers. */
export function secretsOf(page: Page, language: Language): Secrets {
  const requests: Request[] = []
  page.on('requestfinished', (request) => {
    if (new URL(request.url()).pathname.includes('/lessons/')) requests.push(request)
  })
  const setMasked = (isOn: boolean) =>
    page.evaluate(([name, isOn]) => void document.documentElement.toggleAttribute(name, isOn), [
      MASKED,
      isOn,
    ] as const)
  return {
    hide: () => setMasked(true),
    show: () => setMasked(false),
    readable: async (views = 'tabs') => {
      const found = await Promise.all(requests.map(secretsIn))
      const secrets = [...new Set(found.flat())].filter((secret) => secret !== '')
      return look(page, language, secrets, views)
    },
  }
}

/** What a request to a lesson's server carried as credentials, and what its answer gave out. */
export async function secretsIn(request: Request): Promise<string[]> {
  const headers = await request.allHeaders()
  const response = await request.response()
  const body = await response!.text().catch(() => '')
  const cookies = [headers['cookie'] ?? '', (await response!.headerValue('set-cookie')) ?? '']
  return [
    headers['authorization']?.split(' ').slice(1).join(' ') ?? '',
    new URLSearchParams(request.postData() ?? '').get('password') ?? '',
    /"access_token":\s*"([^"]+)/.exec(body)?.[1] ?? '',
    ...cookies.flatMap((line) => /=([^;]{2,})/.exec(line)?.[1] ?? ''),
  ]
}

/** The secrets that can be read in any view of the page. */
async function look(
  page: Page,
  language: Language,
  secrets: string[],
  views: 'tabs' | 'all',
): Promise<string[]> {
  const { tabs } = WORDS[language]
  const found: string[] = []
  const here = async (view: string) => {
    const { text, unprinted, fields } = await painted(page)
    const isReadable = (secret: string) =>
      secret.length >= UNMISTAKABLE
        ? [secret, ...secret.split('.').filter((part) => part.length >= UNMISTAKABLE)].some(
            (part) => text.includes(part.slice(0, UNMISTAKABLE)),
          )
        : fields.some((field) => field === secret || field.includes(`=${secret}`)) ||
          [
            `Bearer ${secret}`,
            `password=${secret}`,
            `token":"${secret}"`,
            `token": "${secret}"`,
          ].some((part) => unprinted.includes(part))
    found.push(...secrets.filter(isReadable).map((secret) => `${view}: ${secret.slice(0, 40)}`))
  }
  const open = (tab: keyof typeof tabs) => page.getByRole('tab', { name: tabs[tab] }).click()

  await here('bench')
  if (views === 'all') for await (const gate of openedGates(page)) await here(gate)
  await open('journal')
  await page.locator('bp-journal').waitFor()
  await here('journal')
  if (views === 'all' && (await compareLastTwo(page, language))) {
    await here('comparison')
    await page.getByRole('button', { name: comparisonWords[language].close }).click()
  }
  await open('token')
  await page.locator('bp-token-inspector').waitFor()
  await here('token')
  return found
}

/** Opens one gate after the other: each says what it found. */
async function* openedGates(page: Page): AsyncGenerator<string> {
  const gates = page.locator('bp-exchange > bp-gates button, bp-exchange section > bp-gates button')
  for (let index = 0; index < (await gates.count()); index++) {
    const gate = gates.nth(index)
    if ((await gate.getAttribute('aria-expanded')) === 'false') await gate.click()
    await page.locator('bp-gate-detail').first().waitFor()
    yield `gate ${index + 1}`
  }
}

/** Opens the comparison of the two newest exchanges, if there are two. */
async function compareLastTwo(page: Page, language: Language): Promise<boolean> {
  const { choose } = comparisonWords[language]
  const button = page.getByRole('button', { name: choose })
  if ((await button.count()) === 0) return false
  await button.click()
  const rows = page.locator('bp-journal li button')
  if ((await rows.first().getAttribute('aria-pressed')) === 'false') await rows.first().click()
  await rows.nth(1).click()
  await page.getByRole('dialog').locator('bp-comparison').waitFor()
  return true
}
