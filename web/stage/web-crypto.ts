/** Has Web Crypto there, as far as the lessons need it: the browser's, or ours where it keeps that off. */

/** Puts in what is missing where the page came over plain http, and not from this machine. Else nothing is loaded. */
export async function provideWebCrypto(): Promise<void> {
  if ((crypto as Partial<Crypto>).subtle) return
  const { installHttpCrypto } = await import('./http-crypto.ts')
  installHttpCrypto(crypto)
}
