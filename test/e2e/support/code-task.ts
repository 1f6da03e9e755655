/** The code task of the page that is open, as both hands do it. */

import type { Page } from 'playwright'
import { lessonCalled } from '../../../lessons/index.ts'
import { ownWords } from '../../../web/words/own.ts'
import { solutionOf } from '../../support/solution.ts'
import { taskOf } from '../../support/tasks.ts'
import type { Language } from './walk.ts'

export function codeTask(page: Page, language: Language) {
  const { run, allHold } = ownWords[language]
  const task = page.locator('bp-code-task')
  return {
    /** Label of the button that runs the checks. */
    run,
    editor: page.locator('bp-code-editor .cm-content'),
    /** Writes the solution over what stands in the editor, which has the focus. */
    write: async () => {
      const [, slug, id] = new URL(page.url()).hash.slice(2).split('/')
      const lesson = (await lessonCalled(slug!))!
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.insertText(solutionOf(lesson, taskOf(lesson, id!, 'code')))
    },
    /** Settles when all checks were run and hold. */
    held: async () => {
      await task.getByText(allHold, { exact: true }).waitFor()
      const signs = await task.locator('li .sign').allInnerTexts()
      if (signs.some((sign) => sign !== '✓')) throw new Error(`the checks say ${signs.join(' ')}`)
    },
  }
}
