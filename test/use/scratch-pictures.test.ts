import { mkdirSync, writeFileSync } from 'node:fs'
import { test } from 'vitest'
import { startRealServer } from '../e2e/support/playground.ts'
import { engines, Person, PHONE, DESK } from './support/person.ts'
import { en } from '../../web/words/en.ts'
import { ko } from '../../web/words/ko.ts'
const W = { en, ko }
const OUT = process.env['OUT'] ?? '/tmp/engines-pics'
mkdirSync(OUT, { recursive: true })
test.each(engines().filter(({engine}) => !process.env['ENGINE'] || process.env['ENGINE'] === engine))('$engine', async ({ engine, start }) => {
  const real = await startRealServer()
  const driver = await start!()
  const person = await Person.at(driver)
  const tab = await person.open(`${real.url}#/en`)
  const only = process.env['SCENES']?.split(',')
  const shot = async (name: string) => { 
    if (only && !only.some((o) => name.includes(o))) return
    await tab.evaluate('document.fonts.ready.then(() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(() => r(0)))))')
    writeFileSync(`${OUT}/${name}-${engine}.png`, await tab.screenshot()); console.log(engine, name) }
  const scene = async (what: string, act: () => Promise<void>) => { try { await act() } catch (e) { console.log(engine, what, String(e).slice(0, 300)) } }
  const theme = (t: string) => tab.evaluate(`void (document.documentElement.dataset.theme = '${t}')`)
  for (const [lang, look, size, label] of [['en','light',DESK,'desk'],['ko','dark',DESK,'desk'],['ko','light',PHONE,'phone'],['en','dark',PHONE,'phone']] as const) {
    const w = W[lang]
    const n = `${lang}-${look}-${label}`
    await tab.resize(size)
    await scene('start', async () => {
    await tab.goTo(`${real.url}#/${lang}`)
    await theme(look)
    await tab.find({ css: 'bp-start-page h1' })
    await shot(`start-${n}`) })
    await scene('lesson', async () => {
    await tab.goTo(`${real.url}#/${lang}/jwt/three-parts`)
    await theme(look)
    await tab.find({ css: 'bp-lesson-page[page=three-parts]' })
    if (!(await tab.has({ css: 'bp-task-card .kind.done' }))) {
      await tab.click({ css: 'bp-task-card input[value=random]' })
      await shot(`chosen-${n}`)
      await tab.click({ role: 'button', name: w.task.send })
      await tab.find({ css: 'bp-task-card .kind.done' })
    }
    await shot(`lesson-${n}`) })
    await scene('answer', async () => {
      await tab.evaluate(`(() => { const app = document.querySelector('bp-playground'); return 0 })()`)
      if (label === 'phone') await tab.click({ css: 'nav.jump a', last: false }).catch(() => {})
    })
    await scene('glossary', async () => {
      await tab.click({ role: 'button', name: w.glossary })
      await tab.find({ css: 'bp-glossary dialog' })
      await shot(`glossary-${n}`)
      await tab.press('Escape') })
    await scene('keys', async () => {
      await tab.press('?')
      await tab.find({ css: 'bp-keys dialog[open], bp-keys-dialog dialog[open]' })
      await shot(`keys-${n}`)
      await tab.press('Escape') })
    await scene('token', async () => {
      await tab.press('k')
      await tab.find({ css: 'bp-token-inspector' })
      await shot(`token-${n}`) })
    await scene('journal', async () => {
      await tab.press('j')
      await tab.find({ css: 'bp-journal' })
      await shot(`journal-${n}`) })
    await scene('docs', async () => {
      await tab.press('d')
      await tab.see('/users/me/', { css: 'bp-docs-panel' })
      await shot(`docs-${n}`)
    })
    await scene('form', async () => {
      await tab.goTo(`${real.url}#/${lang}/two-servers/spoilt-cookie`)
      await theme(look)
      await tab.find({ css: 'bp-lesson-page[page=spoilt-cookie]' })
      if (!(await tab.has({ css: 'bp-request-form details[open]' }))) await tab.click({ role: 'button', name: w.form.more })
      await tab.click({ role: 'button', name: w.form.addHeader })
      await tab.click({ role: 'button', name: w.form.send, css: 'bp-request-form button' })
      await tab.press('Tab')
      await shot(`form-${n}`)
    })
  }
  await person.leave(); await driver.close(); await real.stop()
}, 900_000)
