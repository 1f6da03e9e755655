/** A key that nobody has seen: 32 random bytes in hexadecimal, as `openssl rand -hex 32` writes them. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
