/** A class as a table, as a sheet: for whoever teaches. */

import { html } from 'lit'
import './class-page.ts'
import type { SheetContext } from '../app/sheets.ts'
import { classWords } from '../words/class.ts'
import type { Words } from '../words/en.ts'

export const title = ({ id }: Words): string => classWords[id].title

export const render = ({ words }: SheetContext) =>
  html`<bp-class-page .words=${words}></bp-class-page>`
