/** The window of whoever shows a lesson to a room, as a sheet. */

import { html } from 'lit'
import type { Words } from '../words/en.ts'
import { presentWords } from '../words/present.ts'
import './presenter.ts'

export const title = ({ id }: Words): string => presentWords[id].presenter.title

export const render = ({ words }: { words: Words }) =>
  html`<bp-presenter .words=${words}></bp-presenter>`
