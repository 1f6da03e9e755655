/** Passwords against their bcrypt hashes, in the same time for users there are and users there are not. */

/** Compares a password with a bcrypt hash. */
export type BcryptCompare = (password: string, hash: string, login: Login) => Promise<boolean>

/** Whose login a password is compared for. */
export interface Login {
  /** The name that was typed, whether there is such a user or not. */
  name?: string
  /** Aborts when nobody waits for the answer any more. */
  signal?: AbortSignal
}

/** What is known of a login in the context of its request: the form of `oauth2PasswordForm`, the client's leaving. */
interface LoginContext {
  req?: { raw: Request }
  var?: { form?: { username: string } }
}

/** How many bytes of a password bcrypt reads, in UTF-8: it ignores the rest. */
const BCRYPT_READS = 72

// Loaded with the first login, as most lessons have none.
let compare: BcryptCompare = async (password, hash) =>
  (await import('bcryptjs')).compare(password, hash)

/**
 * Says who compares from now on; a server hands the work to a thread of its own.
 *
 * One comparison takes a quarter of a second at cost 12, and in the server's own thread nothing else would
 * be answered meanwhile.
 *
 * @param other gets three arguments. Bare `compare` of bcryptjs would take the third one for a callback.
 *
 * @example
 * const names: (string | undefined)[] = []
 * useBcrypt(async (password, hash, { name }) => {
 *   names.push(name)
 *   return password === hash
 * })
 * const c = { var: { form: { username: 'johndoe' } } }
 * expect(await verifyPassword(c, 'secret', 'secret')).toBe(true)
 * expect(names).toEqual(['johndoe'])
 */
export function useBcrypt(other: BcryptCompare): void {
  compare = other
}

/** The hash of a password nobody knows, as costly to check as a real one. */
const UNKNOWN_USER_HASH = '$2b$12$A0Fr4K9UFEwgSi9j95crfuB3nU7a8VzdUkkiWfP3.TPIIAabrwiUK'

/**
 * Whether `password` is the one `hash` was made of, in the login that `c` is the context of.
 *
 * Without a hash, for a user there is not, it takes the same time and says no (CWE-208). It says no at once,
 * for every user, to a password that bcrypt would not read to its end: one with a NUL, or of more than 72
 * bytes in UTF-8. Cut short, such a password could match a hash that it was not made for.
 *
 * @throws what {@link useBcrypt}'s comparison throws, such as 503 where too many logins wait.
 *
 * @example
 * const hash = '$2b$04$g7kHbj.Tqnr.wPHdyiF1Aupb0Tu56fUa6y7ZZwk.Q/wOL8qwHJxpu'
 * expect(await verifyPassword({}, 'secret', hash)).toBe(true)
 * expect(await verifyPassword({}, 'Secret', hash)).toBe(false)
 */
export async function verifyPassword(
  c: LoginContext,
  password: string,
  hash: string | undefined,
): Promise<boolean> {
  const { length } = new TextEncoder().encode(password)
  if (password.includes('\0') || length > BCRYPT_READS) return false
  const same = await compare(password, hash ?? UNKNOWN_USER_HASH, loginOf(c))
  return same && hash !== undefined
}

function loginOf({ req, var: values }: LoginContext): Login {
  return {
    ...(values?.form && { name: values.form.username }),
    ...(req && { signal: req.raw.signal }),
  }
}
