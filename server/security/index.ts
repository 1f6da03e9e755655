/** Bearer authentication for Hono: guards that declare themselves to OpenAPI and say what they decided. */

export { parseAuthorization } from './authorization.ts'
export { type BearerEnv, oauth2PasswordBearer } from './bearer.ts'
export { isToken, secondsLeft } from './carried-token.ts'
export type { FormField, Gate, Reason, RefusalReason, TokenReason } from './codes.ts'
export { depends, type DependsEnv } from './depends.ts'
export { type JsonWebTokens, jsonWebTokens } from './json-web-tokens.ts'
export type { VerifiedClaims } from './jwt-claims.ts'
export { loginForm, type LoginFormEnv } from './login-form.ts'
export { model, returns, type ValueOf } from './model.ts'
export { openapi, type OpenApiDocument } from './openapi.ts'
export { oauth2PasswordForm, type PasswordForm, type PasswordFormEnv } from './password-form.ts'
export { type BcryptCompare, type Login, useBcrypt, verifyPassword } from './password.ts'
export { type FieldError, Refusal } from './refusal.ts'
export { sameOriginOnly, sentOverTls } from './same-origin.ts'
export { askUpstream, type UpstreamAnswer } from './upstream.ts'
export {
  decided,
  type Facts,
  type HeaderList,
  type Stage,
  type Trace,
  type TraceEvent,
} from './trace.ts'
