/** The fonts that a text is set in, there before the text is: nothing that was read jumps. */

/** How long a text waits for its fonts, in milliseconds: one in the system's fonts is better than none. */
export const FONTS_LIMIT = 2_000

const loading = new Map<string, Promise<unknown>>()

/** Loads the fonts of a language's texts; resolves when they are there, or are not to be had. */
export function fontsFor(language: string): Promise<unknown> {
  const known = loading.get(language)
  if (known) return known
  const latin = ['Inter', 'JetBrains Mono'].map((name) => document.fonts.load(`1em "${name}"`))
  const korean =
    language === 'ko' ? [import('./korean-font.ts').then(({ koreanFont }) => koreanFont())] : []
  const fonts = Promise.allSettled([...latin, ...korean])
  loading.set(language, fonts)
  return fonts
}

/** Resolves with the fonts, or without them when it takes too long. */
export function soon(fonts: Promise<unknown>): Promise<unknown> {
  return Promise.race([fonts, new Promise((resolve) => setTimeout(resolve, FONTS_LIMIT))])
}
