/** A lesson on paper, as a sheet: `#/en/handout/jwt`. */

import { html } from 'lit'
import './handout.ts'
import type { SheetContext } from '../app/sheets.ts'
import { handoutWords } from '../words/handout.ts'
import type { Words } from '../words/en.ts'

export const title = ({ id }: Words): string => handoutWords[id].title

export const hasPages = true

export const render = ({ playground, page, words }: SheetContext) =>
  html`<bp-handout .playground=${playground} lesson=${page ?? ''} .words=${words}></bp-handout>`
