/** The codes that decisions are written in. Whoever shows them to people has a word for each, or does not compile. */

/** The questions that guards and hosts ask of a request. A dependency asks one more, by the name of its value. */
export type Gate =
  | 'route'
  | 'header'
  | 'scheme'
  | 'token'
  | 'origin'
  | 'form'
  | TokenGate
  | 'handler'

/** The questions that are asked of a JSON Web Token, in this order. */
export type TokenGate = 'parts' | 'jose-header' | 'algorithm' | 'signature' | 'expiry' | 'subject'

/** Why a gate let a request pass, or stopped it. */
export type Reason =
  | 'route-found'
  | 'route-missing'
  | 'method-not-allowed'
  | 'slash-differs'
  | 'authorization-present'
  | 'authorization-missing'
  | 'authorization-repeated'
  | 'scheme-bearer'
  | 'scheme-not-bearer'
  | 'token-found-unchecked'
  | 'token-empty'
  | 'origin-own'
  | 'origin-unsaid'
  | 'origin-foreign'
  | 'form-complete'
  | 'form-unreadable'
  | 'username-missing'
  | 'password-missing'
  | 'grant_type-string-pattern-mismatch'
  // A field came as a file.
  | `${FormField}-string-type`
  | 'multipart-broken'
  | 'body-too-long'
  | 'body-cut-short'
  | 'resolved'
  | 'refused'
  | 'dependency-failed'
  | TokenReason
  | LoginReason
  | 'handler-answered'
  | 'handler-refused'
  | 'handler-failed'

/** The fields of the forms that are read here (RFC 6749 sections 2.3.1 and 4.3.2). */
export type FormField =
  | 'grant_type'
  | 'username'
  | 'password'
  | 'scope'
  | 'client_id'
  | 'client_secret'

/** Why a JSON Web Token passed a gate, or was stopped there. */
export type TokenReason =
  | 'three-parts'
  | 'not-three-parts'
  | 'not-base64url'
  | 'token-too-long'
  | 'header-readable'
  | 'header-not-an-object'
  | 'header-critical'
  | 'header-b64'
  | 'algorithm-allowed'
  | 'algorithm-not-allowed'
  | 'no-web-crypto'
  | 'signature-matches'
  | 'signature-differs'
  | 'signature-not-checked'
  | 'claims-not-an-object'
  | 'not-expired'
  | 'expired'
  | 'not-yet-valid'
  | 'exp-missing'
  | `${'exp' | 'nbf' | 'iat'}-not-a-date`
  | 'exp-too-far'
  | 'iat-in-future'
  | 'subject-present'
  | 'subject-missing'
  | 'issuer-differs'
  | 'audience-differs'
  | 'audience-not-ours'
  | 'token-id-not-text'
  | 'id-token'

/** Why a server's own code turns a person away. */
type LoginReason = 'user-unknown' | 'user-disabled' | 'password-wrong'

/** Why a request was refused: a gate's reason, one that lies with another server, or the code of a library's error. */
export type RefusalReason =
  | Reason
  | 'logins-waiting'
  | 'client-gone'
  | 'login-failed'
  | 'cookie-missing'
  | 'cookie-no-token'
  | 'upstream-down'
  | 'upstream-late'
  | 'upstream-busy'
  | 'upstream-redirect'
  | 'upstream-too-long'
  | 'upstream-no-token'
  | 'upstream-no-data'
  | `ERR_${string}`
