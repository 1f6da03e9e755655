/** What a browser's driver can do, in the words that all three have in common. */

export type EngineName = 'Chromium' | 'Firefox' | 'WebKit'

export interface Size {
  width: number
  height: number
}

/** A browser program that runs. */
export interface Driver {
  readonly name: EngineName
  /**
   * Opens a browser as somebody has it who was never here: no storage, no cookies.
   *
   * @param keepsCopy whether it keeps an offline copy unasked; WebKit does in any case.
   */
  newProfile: (size: Size, keepsCopy: boolean) => Promise<Profile>
  /** Ends the program. */
  close: () => Promise<void>
}

/** One person's browser: what its windows keep, they share. */
export interface Profile {
  newWindow: () => Promise<Window>
  close: () => Promise<void>
}

/** One tab. Places are CSS pixels from the top left of what it shows. */
export interface Window {
  /** Goes to an address, and waits for the page's `load` unless only the fragment differs. */
  goTo: (url: string) => Promise<void>
  reload: () => Promise<void>
  back: () => Promise<void>
  /** The value of an expression in the page, awaited; it crosses as JSON. */
  evaluate: (expression: string) => Promise<unknown>
  clickAt: (x: number, y: number) => Promise<void>
  /** Types letters into what has the focus. */
  type: (text: string) => Promise<void>
  press: (key: Key) => Promise<void>
  /** A picture of what is in sight, as PNG. */
  screenshot: () => Promise<Buffer>
  resize: (size: Size) => Promise<void>
  close: () => Promise<void>
}

/** The keys that are no letters. */
export const KEYS = { Enter: '\uE007', Escape: '\uE00C', Tab: '\uE004', Delete: '\uE017' } as const

/** A letter, or a key by its name. */
export type Key = keyof typeof KEYS | (string & {})
