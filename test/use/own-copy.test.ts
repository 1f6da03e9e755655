/** A learner changes a server: the next request is answered by their copy, and nothing of it is lost or gets out. */

import { createServer } from 'node:net'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { lessons } from '../../lessons/all.ts'
import passwordFlow from '../../lessons/3-password-flow/lesson.ts'
import { bench } from '../e2e/support/bench.ts'
import { opened } from '../e2e/support/opened.ts'
import { startRealServer } from '../e2e/support/playground.ts'
import { visit } from '../e2e/support/visit.ts'
import { answered, WORDS } from '../e2e/support/walk.ts'
import { codeWords } from '../../web/words/code.ts'
import { ownWords } from '../../web/words/own.ts'
import { everyWay } from '../support/every-way.ts'
import { solutionOf } from '../support/solution.ts'
import { taskOf } from '../support/tasks.ts'
import { filesIn, npm, unpacked } from '../support/unpacked.ts'

vi.setConfig({ testTimeout: 120_000 })

const here = opened(startRealServer)
const { en } = WORDS
const own = ownWords.en

const at = (page: string) => visit(here.browser, `${here.playground.url}#/en/${page}`)

const editor = (page: Page) => page.locator('.cm-content')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Puts a text in place of what is written. */
async function write(page: Page, text: string): Promise<void> {
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
}

const app = (body: string) =>
  `import { Hono } from 'hono'\nconst app = new Hono()\napp.get('/items/', async (c) => {\n${body}\n})\nexport default app\n`

/** Reads every header as a token. */
const PARSER =
  "export function parseAuthorization() {\n  return { scheme: 'Bearer', parameter: 'of my own making' }\n}\n"

const send = (page: Page) => answered(page, () => press(page, en.form.send))
const answer = (page: Page) => page.locator('bp-answer section').innerText()

/** What a button has the browser save. */
async function saved(page: Page, name: string) {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, name)])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

describe('a learner who edits the server of a lesson', () => {
  let page: Page
  let leave: (expected?: RegExp) => Promise<void>
  beforeAll(async () => {
    ;({ page, leave } = await at('first-steps/invent'))
    await press(page, own.edit)
  })
  afterAll(() => leave?.())

  test('is answered by the edit at the next Send, which says so, and by ours again when it is wanted', async () => {
    await write(page, app('  return c.json({ mine: true })'))
    await send(page)
    expect(await answer(page)).toContain('{"mine":true}')
    expect(await answer(page)).toContain(en.exchange.by.own)
    const yours = page.getByRole('button', { name: en.mode.own, exact: true })
    expect(await yours.getAttribute('aria-pressed')).toBe('true')
    await press(page, own.ours)
    await send(page)
    expect(await answer(page)).toContain(en.exchange.by.real)
    expect(await answer(page)).not.toContain('mine')
  })

  test('finds the copy after a reload and in another tab, where nothing of it has run, and goes on with it', async () => {
    const other = await page.context().newPage()
    await other.goto(page.url())
    await page.reload()
    for (const tab of [page, other]) {
      await tab.getByRole('button', { name: own.goOn }).waitFor()
      expect(await tab.locator('iframe').count()).toBe(0)
      await send(tab)
      expect(await answer(tab)).toContain(en.exchange.by.real)
    }
    await press(page, own.goOn)
    await write(page, app('  return c.json({ mine: "later" })'))
    await press(other, own.goOn)
    await expect.poll(() => editor(other).innerText()).toContain('later')
    for (const tab of [page, other]) {
      await send(tab)
      expect(await answer(tab)).toContain('{"mine":"later"}')
    }
    await other.close()
  })

  test('sends from the editor by Ctrl+Enter, once', async () => {
    const journal = page.getByRole('tab', { name: new RegExp(`^${en.tabs.journal} \\d+$`) })
    const sent = Number(/\d+$/.exec(await journal.innerText())![0])
    await editor(page).click()
    await answered(page, () => page.keyboard.press('ControlOrMeta+Enter'))
    expect(await answer(page)).toContain(en.exchange.by.own)
    await page.getByRole('tab', { name: `${en.tabs.journal} ${sent + 1}`, exact: true }).waitFor()
  })

  test('takes all back by Reset, and has it again by the button and in the editor', async () => {
    await write(page, app("  return c.text('mine')"))
    await press(page, own.reset)
    await expect.poll(() => editor(page).innerText()).not.toContain("'mine'")
    await press(page, own.undoReset)
    await expect.poll(() => editor(page).innerText()).toContain("'mine'")
  })

  test.each([
    ['what is no TypeScript', "  return c.text('x'", 'Your copy of the server does not run'],
    [
      'a module that is not here',
      "  return c.text('x')\n})\nimport 'node:fs'\napp.get('/x', (c) => {",
      'node:fs',
    ],
  ])('is told of %s where it is', async (_, body, said) => {
    await write(page, app("  return c.text('well')"))
    await send(page)
    await write(page, app(body))
    await press(page, en.form.send)
    await page.getByText(said).first().waitFor()
    await page.locator('bp-own-pane').getByRole('status').getByRole('button').first().waitFor()
  })

  test('is told that a text is too long, and answered by the text before', async () => {
    await write(page, app("  return c.text('before')"))
    await write(page, app(`  return c.text('${'x'.repeat(100_001)}')`))
    await page.getByRole('alert').getByText(own.tooLong).waitFor()
    await send(page)
    expect(await answer(page)).toContain('before')
    await write(page, app("  return c.text('short again')"))
    await page.getByText(own.tooLong).waitFor({ state: 'detached' })
    await send(page)
    expect(await answer(page)).toContain('short again')
  })

  test('saves the copy to a file, opens it again, and takes the changed server home', async () => {
    const text = app("  return c.text('from a file')")
    await write(page, text)
    await page.getByText(own.more, { exact: true }).click()
    const file = await saved(page, own.save)
    expect(file.name).toBe('first-steps-app.ts')
    expect(file.bytes.toString()).toBe(text)
    const home = await saved(page, own.home)
    expect(home.name).toBe('bearer-playground-first-steps.zip')
    expect(filesIn(home.bytes)['1-first-steps/app.ts']).toContain("return c.text('from a file')")
    await press(page, own.reset)
    await page.locator('bp-own-pane input[type=file]').setInputFiles({
      name: 'first-steps-app.ts',
      mimeType: 'text/plain',
      buffer: Buffer.from(text),
    })
    await expect.poll(() => editor(page).innerText()).toContain('from a file')
    await send(page)
    expect(await answer(page)).toContain('from a file')
  })
})

describe('a learner who changes a security block', () => {
  let page: Page
  let leave: (expected?: RegExp) => Promise<void>
  beforeAll(async () => {
    ;({ page, leave } = await at('first-steps/invent'))
    await bench(page).write({ scheme: 'Basic', token: 'x' })
  })
  afterAll(() => leave?.(/not yet/))
  const files = () => page.getByRole('combobox', { name: codeWords.en.files })

  test('is answered by it with the server, also after a reload, gives it back, and has it again', async () => {
    await files().selectOption('security/authorization.ts')
    await press(page, own.makeMine)
    await write(page, PARSER)
    await send(page)
    expect(await answer(page)).toContain('{"token":"of my own making"}')
    expect(await answer(page)).toContain(en.exchange.by.own)

    await page.reload()
    await bench(page).write({ scheme: 'Basic', token: 'x' })
    await press(page, own.goOn)
    await page.getByText(own.with).waitFor()
    await press(page, 'authorization.ts')
    await editor(page).getByText('of my own making').waitFor()
    await press(page, own.giveBack)
    await page.getByRole('button', { name: own.makeMine, exact: true }).waitFor()
    await send(page)
    expect(await answer(page)).toContain('401 Unauthorized')
    await press(page, own.mineAgain)
    await send(page)
    expect(await answer(page)).toContain('200 OK')
  })

  test('reads what goes wrong in it in the server’s file too, and is led there', async () => {
    await write(page, "export function parseAuthorization() {\n  throw new Error('not yet')\n}\n")
    await send(page)
    const problem = page.getByText('not yet').first()
    await problem.waitFor()
    await files().selectOption({ index: 0 })
    await page.getByText(own.elsewhere('authorization.ts')).waitFor()
    await press(page, own.openFile('authorization.ts'))
    await problem.waitFor()
  })
})

describe('code that does what it should not', () => {
  let page: Page
  let leave: (expected?: RegExp) => Promise<void>
  beforeAll(async () => {
    ;({ page, leave } = await at('first-steps/invent'))
    await press(page, own.edit)
  })
  // What is thrown and refused there is written into the console, as on any server.
  afterAll(() =>
    leave?.(
      /TypeError|loop without end|Content Security Policy|Refused|violates|left the origin: http:..127/,
    ),
  )

  test('and throws is named on its line, and a loop without end in two seconds', async () => {
    await write(page, app('  const nothing: any = undefined\n  return c.json(nothing.name)'))
    await send(page)
    expect(await answer(page)).toContain('500')
    await page
      .locator('bp-own-pane')
      .getByText(/reading 'name'/)
      .first()
      .waitFor()
    await write(page, app("  for (;;) {}\n  return c.text('x')"))
    await send(page)
    expect(await answer(page)).toContain('500')
    await page
      .locator('bp-own-pane')
      .getByText(/two seconds/)
      .first()
      .waitFor()
    await write(page, app("  return c.text('well')"))
    await send(page)
    expect(await answer(page)).toContain('well')
  })

  test('reaches neither network nor page: a server that listens hears nothing', async () => {
    const heard: string[] = []
    const listener = createServer((socket) => {
      heard.push('a connection')
      socket.destroy()
    }).listen(0, '127.0.0.1')
    await once(listener, 'listening')
    const { port } = listener.address() as { port: number }
    await write(
      page,
      app(`  const out: string[] = []
    const attempt = async (what: () => unknown) => {
      try { await what(); out.push('reached') } catch { out.push('refused') }
    }
    await attempt(() => fetch('http://127.0.0.1:${port}/'))
    await attempt(() => new Promise((yes, no) => {
      const socket = new WebSocket('ws://127.0.0.1:${port}/')
      socket.onopen = yes
      socket.onerror = no
    }))
    await attempt(() => new Promise((yes, no) => {
      const source = new EventSource('http://127.0.0.1:${port}/')
      source.onopen = yes
      source.onerror = no
    }))
    await attempt(() => import('http://127.0.0.1:${port}/x.js'))
    await attempt(() => (self as any).importScripts('http://127.0.0.1:${port}/x.js'))
    await attempt(() => (self as any).parent.document.title)
    await attempt(() => (self as any).localStorage.length)
    return c.json(out)`),
    )
    await send(page)
    expect(await answer(page)).toContain(JSON.stringify(Array.from({ length: 7 }, () => 'refused')))
    expect(heard).toEqual([])
    listener.close()
  })
})

/** Each proves all that its servers promise: with two of them all is there that is with one. */
const TAKEN = everyWay ? lessons : lessons.filter(({ slug }) => slug === 'two-servers')

describe('the servers of a lesson that are taken home', () => {
  const taken = new Map<string, Uint8Array>()
  beforeAll(async () => {
    const { page, leave } = await at('')
    for (const { slug, pages } of TAKEN) {
      const { id } = pages[0]!
      await page.goto(`${here.playground.url}#/en/${slug}/${id}`)
      await page.locator(`bp-lesson-page[page="${id}"]`).waitFor()
      taken.set(slug, (await saved(page, own.home)).bytes)
    }
    await leave()
  })

  test.each(TAKEN)('prove the contract of $slug there', async ({ slug }) => {
    const files = filesIn(taken.get(slug)!)
    expect(JSON.parse(files['package.json']!)).toMatchObject({
      name: expect.stringContaining(slug),
    })
    const { code, printed } = await npm(unpacked(files), ['test']).ended
    expect(printed).toMatch(/^(#|ℹ) pass [1-9]\d+$/m)
    expect(code, printed.slice(-4000)).toBe(0)
  })
})

test('a server that a learner defends is sent the attack that they recorded', async () => {
  const { page, leave } = await at('password-flow/break')
  // As nobody else would write it.
  await bench(page).send({ scheme: 'bEaReR', token: 'johndoe' })
  await page.getByRole('link', { name: en.next }).click()
  await page.getByRole('button', { name: own.run, exact: true }).click()
  const replayed = page.locator('bp-code-task li').nth(2)
  await replayed.getByRole('button', { name: own.show }).click()
  const request = page.locator('bp-raw-message[data-part="request"]')
  await request.getByText('bEaReR johndoe').waitFor()
  expect((await bench(page).answer()).status).toBe('200 OK')

  const solution = solutionOf(passwordFlow, taskOf(passwordFlow, 'random-token', 'code'))
  await write(page, solution)
  await page.getByRole('button', { name: own.run, exact: true }).click()
  await page.locator('bp-code-task').getByText(own.allHold).waitFor()
  await replayed.getByRole('button', { name: own.show }).click()
  await request.getByText('bEaReR johndoe').waitFor()
  expect((await bench(page).answer()).status).toBe('401 Unauthorized')
  await leave()
})

test('a code task: what falls is shown, help is offered after three tries, and the solution finishes it', async () => {
  const { page, leave } = await at('jwt/verify')
  const task = page.locator('bp-code-task')
  for (let times = 0; times < 3; times++) {
    await press(page, own.run)
    await task.getByText(/^[1-9] of \d+ checks hold\.$/).waitFor()
    await page.getByRole('button', { name: own.run, exact: true, disabled: false }).waitFor()
  }
  await task.getByText(own.help).waitFor()
  await task.locator('li.fails').first().getByRole('button', { name: own.show }).click()
  expect(await answer(page)).toContain('johndoe@example.com')
  await page.getByText(own.more, { exact: true }).click()
  await press(page, own.takeSolution)
  await task.getByText(own.old).waitFor()
  await press(page, own.run)
  await task.getByText(own.allHold).waitFor()
  await page.locator('bp-task-card .kind.done').waitFor()
  await page.reload()
  await page.locator('bp-task-card .kind.done').waitFor()
  await leave(/TypeError|JWTInvalid/)
})

test('a code task opens where it is to be written, also after the end of another one was looked at', async () => {
  const { page, leave } = await at('password-flow/random-token')
  await isInSight(page, 'Yours to mend')
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('Space')
  await page.locator('bp-lesson-page .way a').last().click()
  await isInSight(page, 'Yours to write')
  await page.goto(`${here.playground.url}#/en/two-servers/hop`)
  await isInSight(page, 'Yours to write')
  await leave()
})

test('what the text points at is shown as often as it is pressed, also once lines were written above it', async () => {
  const { page, leave } = await at('password-flow/random-token')
  await isInSight(page, 'Yours to mend')
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.insertText('// more\n'.repeat(60))
  for (let time = 0; time < 2; time++) {
    await page.locator('.cm-scroller').evaluate((scroller) => (scroller.scrollTop = 0))
    await page.locator('bp-lesson-page bp-region[name=login] [role=button]').first().click()
    await isInSight(page, "app.post('/token'")
    expect(await page.locator('.cm-line.shown').first().innerText()).toContain("app.post('/token'")
  }
  await editor(page).click()
  await page.keyboard.type('x')
  await expect.poll(() => page.locator('.cm-line.shown').count()).toBe(0)
  await leave()
})

/** Waits until a line of the code can be read without scrolling its pane. */
async function isInSight(page: Page, text: string): Promise<void> {
  await expect
    .poll(() =>
      page
        .locator('.cm-line', { hasText: text })
        .evaluate((line) => {
          const [inner, outer] = [line, line.closest('.cm-scroller')!].map((element) =>
            element.getBoundingClientRect(),
          )
          return inner!.top >= outer!.top && inner!.bottom <= outer!.bottom
        })
        .catch(() => false),
    )
    .toBe(true)
}
