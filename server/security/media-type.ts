/** The media types that a form comes in. */

export const URLENCODED = 'application/x-www-form-urlencoded'
export const MULTIPART = 'multipart/form-data'

/**
 * What a `Content-Type` names, without its parameters and in lower case (RFC 9110 section 8.3.1); empty for none.
 *
 * @example
 * expect(mediaTypeOf('Multipart/Form-Data; boundary=x')).toBe('multipart/form-data')
 */
export function mediaTypeOf(contentType: string | null | undefined): string {
  return (contentType ?? '').split(';')[0]!.trim().toLowerCase()
}
