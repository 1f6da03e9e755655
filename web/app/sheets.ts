/** The pages beside the lessons, each one sheet, loaded with its first address: `#/en/summary`, `#/en/tools`. */

import type { TemplateResult } from 'lit'
import type { Playground } from '../state/playground.ts'
import { CLASS, HANDOUT, PRESENTER, SUMMARY, TOOLS } from '../state/route.ts'
import type { Words } from '../words/en.ts'
import type { CourseStop } from './course-progress.ts'

/** What a sheet is made of. */
export interface SheetContext {
  playground: Playground
  stops: CourseStop[]
  /** What the address names behind the sheet. */
  page?: string | undefined
  words: Words
}

/** A module that is a sheet. */
export interface Sheet {
  /** Whether its address goes on, as that of a lesson does. */
  hasPages?: boolean
  title: (words: Words) => string
  /** One element, which takes the focus where the sheet is opened. */
  render: (context: SheetContext) => TemplateResult
}

const sheets: Record<string, () => Promise<Sheet>> = {
  [SUMMARY]: () => import('./summary-sheet.ts'),
  [TOOLS]: () => import('../tools/tools-sheet.ts'),
  [HANDOUT]: () => import('../print/handout-sheet.ts'),
  [CLASS]: () => import('../tools/class-sheet.ts'),
  [PRESENTER]: () => import('../present/presenter-sheet.ts'),
}

/** Loads the sheet of an address; undefined for a name that is no sheet's. */
export const loadSheet = async (name: string): Promise<Sheet | undefined> =>
  Object.hasOwn(sheets, name) ? sheets[name]!() : undefined
