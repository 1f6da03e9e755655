import { chromium } from 'playwright'
import { spawn } from 'node:child_process'
const server = spawn('node', ['dist/server/node.js'], { env: { ...process.env, PORT: '3140', AUTH_PORT: '0', CLIENT_PORT: '0' }, stdio: 'ignore' })
await new Promise((r) => setTimeout(r, 1500))
const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] })
const out = '/tmp/wt/shots/token/'
const only = process.argv[2]
const rows = [
  ['desk-en-light', 'en', 'light', { width: 1440, height: 2700 }, 1],
  ['desk-ko-dark', 'ko', 'dark', { width: 1440, height: 2700 }, 1],
  ['phone-ko-light', 'ko', 'light', { width: 390, height: 844 }, 2],
  ['phone-en-dark', 'en', 'dark', { width: 390, height: 844 }, 2],
  ['proj-en', 'en', 'light', { width: 512, height: 384 }, 2],
].filter(([n]) => !only || n.startsWith(only))
const errors = []
try {
  for (const [name, language, colorScheme, viewport, deviceScaleFactor] of rows) {
    const context = await browser.newContext({ viewport, colorScheme, deviceScaleFactor, locale: language })
    const page = await context.newPage()
    page.on('console', (m) => ['error', 'warning'].includes(m.type()) && errors.push(name + ': ' + m.text()))
    page.on('pageerror', (e) => errors.push(name + ': ' + e))
    await page.goto(`http://127.0.0.1:3140/#/${language}/jwt/requests`)
    const send = language === 'en' ? 'Send' : '보내기'
    await page.getByRole('button', { name: send, exact: true }).first().click()
    await page.locator('bp-exchange').waitFor()
    await page.getByRole('button', { name: language === 'en' ? 'Inspect token' : '토큰 보기' }).first().click()
    await page.locator('bp-token-reading').waitFor()
    await page.waitForTimeout(300)
    await page.screenshot({ path: out + name + '-1.png' })
    const inspector = page.locator('bp-token-inspector')
    await inspector.screenshot({ path: out + name + '-2.png' })
    const buttons = page.locator('bp-token-part button')
    await buttons.nth(2).focus()
    for (const s of await page.locator('bp-token-inspector summary').all()) await s.click()
    await page.getByRole('button', { name: language === 'en' ? 'Flip' : '뒤집기', exact: true }).click()
    await page.waitForTimeout(200)
    await page.locator('bp-token-compare select').selectOption({ index: 1 })
    await page.waitForTimeout(200)
    await buttons.nth(2).focus()
    await inspector.screenshot({ path: out + name + '-3.png' })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    if (wide !== viewport.width) errors.push(`${name}: ${wide} wide`)
    await inspector.locator('.buttons .primary').click()
    await page.getByRole('button', { name: send, exact: true }).first().click()
    await page.waitForTimeout(500)
    await page.screenshot({ path: out + name + '-4.png' })
    const ta = inspector.locator('textarea').first()
    await ta.fill('Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhIn0.abc')
    await inspector.screenshot({ path: out + name + '-5.png' })
    await ta.fill('eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOi+JhIn0.abc')
    await inspector.screenshot({ path: out + name + '-6.png' })
    await ta.fill('johndoe')
    await inspector.screenshot({ path: out + name + '-7.png' })
    await context.close()
  }
} finally { await browser.close(); server.kill() }
console.log(errors.join('\n') || 'no errors')
