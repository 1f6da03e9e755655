/**
 * Makes README's moving picture, `.github/tour.svg`: a learner predicts, sends, and looks at what came of it.
 *
 * It needs what the tests need: `npm run build && node .github/picture.mjs`.
 */

import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))

const SIZE = { width: 1280, height: 800 }

/** How long each picture stands, in seconds. */
const SECONDS = 2.6

/** What the learner does before each picture. */
const STEPS = [
  async (page) => {
    await page.locator('bp-task-card').waitFor()
  },
  async (page) => {
    await page.locator('bp-task-card label').last().click()
    await page.locator('bp-task-card button.primary').click()
    await page.locator('bp-task-card .kind.done').waitFor()
  },
  async (page) => {
    await page.locator('bp-gates button').last().click()
  },
  async (page) => {
    await page.keyboard.press('k')
    await page.locator('bp-token-inspector').first().waitFor()
  },
  async (page) => {
    await page.keyboard.press('c')
    await page.keyboard.press('t')
    await page.keyboard.press('t')
  },
]

async function main() {
  const server = spawn(process.execPath, [at('../dist/server/node.js')], {
    env: { ...process.env, PORT: '0', AUTH_PORT: '0', CLIENT_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let url
  for await (const line of createInterface({ input: server.stdout })) {
    url = / is ready at (http:\S+)$/.exec(line)?.[1]
    if (url) break
  }
  const executablePath = process.env.CHROME_PATH
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox'],
  })
  const page = await browser.newPage({
    viewport: SIZE,
    colorScheme: 'light',
    locale: 'en-US',
    reducedMotion: 'reduce',
  })
  await page.goto(`${url}/#/en/jwt/three-parts`)
  const pictures = []
  for (const step of STEPS) {
    await step(page)
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    )
    pictures.push(await page.screenshot({ type: 'jpeg', quality: 72 }))
  }
  await browser.close()
  server.kill()
  writeFileSync(at('tour.svg'), moving(pictures))
}

/** One picture after the other, by styles alone: whoever wants no motion sees the last but two. */
function moving(pictures) {
  const { width, height } = SIZE
  const whole = pictures.length * SECONDS
  const share = 100 / pictures.length
  const images = pictures.map((picture, index) => {
    const delay = `animation-delay:${(index * SECONDS).toFixed(1)}s`
    return `<image width="${width}" height="${height}" style="${delay}" href="data:image/jpeg;base64,${picture.toString('base64')}"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">
<style>
image{opacity:0;animation:show ${whole}s infinite steps(1)}
@keyframes show{0%{opacity:1}${share}%{opacity:0}}
@media (prefers-reduced-motion:reduce){image{animation:none}image:nth-of-type(${pictures.length - 2}){opacity:1}}
</style>
${images.join('\n')}
</svg>
`
}

await main()
