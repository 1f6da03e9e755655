/** The course on one page, as a sheet. */

import { html } from 'lit'
import './course-summary.ts'
import type { SheetContext } from './sheets.ts'
import type { Words } from '../words/en.ts'

export const title = (words: Words): string => words.summary

export const render = ({ stops, words }: SheetContext) =>
  html`<bp-course-summary .stops=${stops} .words=${words}></bp-course-summary>`
