/** The fonts that a text is set in, there before the text is: nothing that was read jumps. */

/** How long a text waits for its fonts, in milliseconds; browsers hold one back for as long. */
const LIMIT = 3_000

/** Starts what the fonts of a language's texts need, while the texts themselves are loaded. */
export function prepareFonts(language: string): void {
  if (language === 'ko') import('./korean-font.ts').catch(() => {})
}

/**
 * Resolves when the fonts of a language's texts are there, or without them when they are not to be had or take
 * too long: a text in the system's fonts is better than none.
 */
export function fontsFor(language: string): Promise<unknown> {
  const fonts: Promise<unknown>[] = ['Inter', 'JetBrains Mono'].map((name) =>
    document.fonts.load(`1em "${name}"`),
  )
  if (language === 'ko') {
    fonts.push(import('./korean-font.ts').then(({ koreanFont }) => koreanFont()))
  }
  const late = new Promise((resolve) => setTimeout(resolve, LIMIT))
  return Promise.race([Promise.allSettled(fonts), late])
}
