/** A tab as a person uses it: looks for what it says, clicks, types, and waits for what comes. */

import type { Key, Size, Window } from './driver.ts'
import { calling, type Place, type Target } from './in-page.ts'
import { until } from './until.ts'

export class Tab {
  private readonly window: Window

  constructor(window: Window) {
    this.window = window
  }

  goTo(url: string): Promise<void> {
    return this.window.goTo(url)
  }

  reload(): Promise<void> {
    return this.window.reload()
  }

  back(): Promise<void> {
    return this.window.back()
  }

  close(): Promise<void> {
    return this.window.close()
  }

  resize(size: Size): Promise<void> {
    return this.window.resize(size)
  }

  screenshot(): Promise<Buffer> {
    return this.window.screenshot()
  }

  press(key: Key): Promise<void> {
    return this.window.press(key)
  }

  /** The value of an expression in the page. */
  async evaluate<T>(expression: string): Promise<T> {
    return (await this.window.evaluate(expression)) as T
  }

  /** Clicks what is there, can be met, and stands still; once more where it moved away all the same. */
  async click(target: Target): Promise<void> {
    let before: Place | undefined
    await until(
      async () => {
        const now = (await this.window.evaluate(calling('place', target))) as
          | Place
          | null
          | undefined
        const stands = now && before && now.x === before.x && now.y === before.y
        before = now ?? undefined
        if (!stands) return false
        await this.window.clickAt(now.x, now.y)
        // A page that went away at the click was met.
        return this.evaluate<boolean>(calling('wasClicked')).catch(() => true)
      },
      `a place to click ${shown(target)}`,
    )
  }

  /** Writes a text into a field instead of what is in it. */
  async type(target: Target, text: string): Promise<void> {
    await this.click(target)
    await until(
      () => this.evaluate<boolean>(calling('select', target)),
      `${shown(target)} has focus`,
    )
    await (text === '' ? this.window.press('Delete') : this.window.type(text))
    await until(
      async () => (await this.evaluate(calling('value', target))) === text,
      `${JSON.stringify(text)} in ${shown(target)}`,
    )
  }

  /** Waits until something is on the page. */
  async find(target: Target): Promise<void> {
    await until(() => this.evaluate<boolean>(calling('isThere', target)), shown(target))
  }

  /** Waits until something is on the page no more. */
  async gone(target: Target): Promise<void> {
    const isGone = async () => !(await this.evaluate<boolean>(calling('isThere', target)))
    await until(isGone, `no ${shown(target)}`)
  }

  /** Whether something is on the page now. */
  has(target: Target): Promise<boolean> {
    return this.evaluate<boolean>(calling('isThere', target))
  }

  /** What can be read on the page, or in a part of it. */
  async text(target?: Target): Promise<string> {
    const read = () =>
      this.evaluate<string | undefined>(calling('text', ...(target ? [target] : [])))
    return until(read, target ? shown(target) : 'a page')
  }

  /** Waits until a text, or what fits a pattern, can be read; gives all that can be read then. */
  async see(wanted: string | RegExp, target?: Target): Promise<string> {
    let text = ''
    const isThere =
      typeof wanted === 'string'
        ? // A no-break space reads as a space.
          () => text.includes(wanted.replace(/[^\S\n]+/g, ' '))
        : () => wanted.test(text)
    try {
      return await until(async () => {
        text = await this.text(target)
        return isThere() && text
      }, String(wanted))
    } catch (error) {
      throw new Error(`${String(wanted)} is not to be read in:\n${text}`, { cause: error })
    }
  }

  /** The address. */
  url(): Promise<string> {
    return this.evaluate('location.href')
  }
}

const shown = (target: Target): string => JSON.stringify(target)
