/** Sections of RFCs: what they are called, and where they can be read. */

export const rfcName = (rfc: string | number, section: string): string => `RFC ${rfc} §${section}`

export const rfcUrl = (rfc: string | number, section: string): string =>
  `https://www.rfc-editor.org/rfc/rfc${rfc}#section-${section}`
