/** What one does with this copy of the playground besides learning, as a sheet. */

import { html } from 'lit'
import './tools-page.ts'
import type { SheetContext } from '../app/sheets.ts'
import { toolsWords } from '../words/tools.ts'
import type { Words } from '../words/en.ts'

export const title = ({ id }: Words): string => toolsWords[id].title

export const render = ({ playground, stops, words }: SheetContext) =>
  html`<bp-tools-page .playground=${playground} .stops=${stops} .words=${words}></bp-tools-page>`
