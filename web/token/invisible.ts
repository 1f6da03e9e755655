/** Characters that show as nothing, and come along when people copy. */

/**
 * What Unicode says is to be ignored where it cannot be shown: joiners, marks of direction, fillers, selectors; the
 * blank of Braille, and control characters. Tabs and line ends are seen by what they keep apart.
 */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]|(?![\t\n\r])\p{Cc}/u

const ALL_INVISIBLE = new RegExp(INVISIBLE.source, 'gu')

/** The offset of the first of them; -1 where there is none. */
export const firstInvisible = (text: string): number => text.search(INVISIBLE)

/** The text without any of them. */
export const withoutInvisible = (text: string): string => text.replaceAll(ALL_INVISIBLE, '')

/** The character at an offset as Unicode names it, such as U+200B. */
export function codePointOf(text: string, offset: number): string {
  return `U+${text.codePointAt(offset)!.toString(16).toUpperCase().padStart(4, '0')}`
}

/** A single character so that it can be seen between quotation marks. */
export function seen(character: string): string {
  return INVISIBLE.test(character) || (character.trim() === '' && character !== '')
    ? codePointOf(character, 0)
    : character
}
