/** Tokens that the lesson hands out: signed with the key everybody has, so that they stay what they are. */

/** `{"alg":"HS256","typ":"JWT"}` */
export const HEADER = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9'

/** `{"sub":"nari","exp":4102444800}`: until the year 2100, of somebody whom no server here knows. */
export const FOUND = `${HEADER}.eyJzdWIiOiJuYXJpIiwiZXhwIjo0MTAyNDQ0ODAwfQ._pygjNuXn5xFyHJYfCXieKjbXGlvPqHs3hjTRGR8h-U`

/** The same bytes, with another last letter. */
export const RESPELLED = `${FOUND.slice(0, -1)}V`

/** `{"sub":"johndoe","exp":1800000000000}`: meant for 15 January 2027, in milliseconds. */
export const MILLISECONDS = `${HEADER}.eyJzdWIiOiJqb2huZG9lIiwiZXhwIjoxODAwMDAwMDAwMDAwfQ.nEVDNVZYqCsc0JqQO6o7nHbpmiHD2Dsp7As4C8gk_yY`

export const SHOWN_TOKENS: readonly string[] = [FOUND, RESPELLED, MILLISECONDS]
