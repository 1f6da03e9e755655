/** Bearer authentication for Hono: guards that declare themselves to OpenAPI and say what they decided. */

export { parseAuthorization } from './authorization.ts'
export { type BearerEnv, oauth2PasswordBearer } from './bearer.ts'
export { depends, type DependsEnv } from './depends.ts'
export { openapi, type OpenApiDocument } from './openapi.ts'
export { Refusal } from './refusal.ts'
export {
  decided,
  type Facts,
  type HeaderList,
  type Stage,
  type Trace,
  type TraceEvent,
} from './trace.ts'
