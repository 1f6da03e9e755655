/** What the build leaves out of styles, of which no text of theirs may have any. */

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const STYLE = /css`((?:[^`\\]|\\[\s\S])*)`/g
const STRING = /'[^'\n]*'|"[^"\n]*"/g

/** A blank beside one of these is left out, and so are comments. */
const LEFT_OUT = /\s[{};]|[{};:,]\s|;\}|\/\*/

/** The strings in all styles of a module, without its comments, which may have an apostrophe. */
const stringsIn = (module: string) =>
  [...module.matchAll(STYLE)].flatMap(
    ([, style]) => style!.replaceAll(/\/\*[\s\S]*?\*\//g, '').match(STRING) ?? [],
  )

test('no string in a style has a blank or a comment that the build leaves out of styles', () => {
  const modules = readdirSync('web', { recursive: true, encoding: 'utf8' })
  const strings = modules
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => stringsIn(readFileSync(`web/${file}`, 'utf8')))
  expect(strings).toContain("'›'")
  expect(strings.filter((text) => LEFT_OUT.test(text))).toEqual([])
})
