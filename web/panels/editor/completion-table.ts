/** What a step may use, for completion. A test holds it against the modules themselves. */

/** A name, and in few words what it is or takes. */
export type Entry = [name: string, detail: string]

export interface ModuleEntry {
  values: Entry[]
  /** What is imported with `type`. */
  types: Entry[]
}

/** What can be imported by name, by module. */
export const MODULES: Record<string, ModuleEntry> = {
  hono: {
    values: [
      ['Hono', 'new Hono()'],
      ['Context', 'class'],
    ],
    types: [
      ['Context', 'what a handler is given'],
      ['Env', 'bindings and variables'],
      ['Handler', '(c, next) => Response'],
      ['MiddlewareHandler', '(c, next) => Promise'],
      ['Next', '() => Promise<void>'],
    ],
  },
  'hono/cookie': {
    values: [
      ['getCookie', '(c, name) => string | undefined'],
      ['setCookie', '(c, name, value, options) => void'],
      ['deleteCookie', '(c, name, options)'],
      ['generateCookie', '(name, value, options) => string'],
      ['getSignedCookie', '(c, secret, name) => Promise'],
      ['setSignedCookie', '(c, name, value, secret, options) => Promise'],
      ['generateSignedCookie', '(name, value, secret, options) => Promise'],
    ],
    types: [],
  },
  'hono/html': {
    values: [
      ['html', 'html`…`, escaped'],
      ['raw', '(text), not escaped'],
    ],
    types: [],
  },
  'hono/http-exception': {
    values: [['HTTPException', 'new HTTPException(status, { message })']],
    types: [],
  },
  '#security': {
    values: [
      ['askUpstream', '(c, url, init) => Promise<UpstreamAnswer>'],
      ['decided', '(c, { by, gate, pass, because })'],
      ['depends', '(guard, key, resolve) => guard'],
      ['isToken', '(value) => boolean'],
      ['jsonWebTokens', '({ key, algorithm }) => { sign, verify }'],
      ['loginForm', '() => guard, sets c.var.form'],
      ['model', '(name, fields)'],
      ['oauth2PasswordBearer', '({ tokenUrl }) => guard, sets c.var.token'],
      ['oauth2PasswordForm', '() => guard, sets c.var.form'],
      ['openapi', '(app, info) => document'],
      ['parseAuthorization', '(header) => { scheme, parameter }'],
      ['Refusal', 'new Refusal(status, detail, { because })'],
      ['returns', '(Model, guard, handler)'],
      ['sameOriginOnly', '() => guard'],
      ['secondsLeft', '(c, token) => number | undefined'],
      ['sentOverTls', '(c) => boolean'],
      ['useBcrypt', '(compare)'],
      ['verifyPassword', '(c, password, hash) => Promise<boolean>'],
    ],
    types: [
      ['BcryptCompare', '(password, hash, login) => Promise<boolean>'],
      ['BearerEnv', 'c.var.token'],
      ['DependsEnv', 'c.var[key]'],
      ['Facts', 'Record<string, string | number>'],
      ['FieldError', '{ type, loc, msg, input }'],
      ['FormField', 'string'],
      ['Gate', 'string'],
      ['HeaderList', '[name, value][]'],
      ['JsonWebTokens', '{ sign, verify }'],
      ['Login', '{ name, signal }'],
      ['LoginFormEnv', 'c.var.form'],
      ['OpenApiDocument', 'OpenAPI 3.1'],
      ['PasswordForm', '{ username, password, scopes }'],
      ['PasswordFormEnv', 'c.var.form'],
      ['Reason', 'string'],
      ['RefusalReason', 'string'],
      ['Stage', 'bindings'],
      ['TokenReason', 'string'],
      ['Trace', 'TraceEvent[]'],
      ['TraceEvent', '{ kind }'],
      ['UpstreamAnswer', '{ status, json }'],
      ['ValueOf', 'ValueOf<typeof Model>'],
      ['VerifiedClaims', '{ sub }'],
    ],
  },
  jose: {
    values: [
      ['SignJWT', 'new SignJWT(claims)'],
      ['jwtVerify', '(token, key, options) => Promise<{ payload }>'],
      ['decodeJwt', '(token) => claims, not verified'],
      ['decodeProtectedHeader', '(token) => header, not verified'],
      ['errors', 'JWTExpired, JWSInvalid …'],
      ['base64url', '{ encode, decode }'],
      ['compactVerify', '(token, key) => Promise<{ payload }>'],
      ['CompactSign', 'new CompactSign(bytes)'],
      ['flattenedVerify', '(jws, key) => Promise'],
      ['FlattenedSign', 'class'],
      ['generalVerify', '(jws, key) => Promise'],
      ['GeneralSign', 'class'],
      ['UnsecuredJWT', 'class: no signature'],
      ['EncryptJWT', 'class'],
      ['jwtDecrypt', '(token, key) => Promise<{ payload }>'],
      ['CompactEncrypt', 'class'],
      ['compactDecrypt', '(jwe, key) => Promise'],
      ['FlattenedEncrypt', 'class'],
      ['flattenedDecrypt', '(jwe, key) => Promise'],
      ['GeneralEncrypt', 'class'],
      ['generalDecrypt', '(jwe, key) => Promise'],
      ['generateSecret', '(algorithm) => Promise<CryptoKey>'],
      ['generateKeyPair', '(algorithm) => Promise'],
      ['importJWK', '(jwk) => Promise'],
      ['importPKCS8', '(pem, algorithm) => Promise'],
      ['importSPKI', '(pem, algorithm) => Promise'],
      ['importX509', '(pem, algorithm) => Promise'],
      ['exportJWK', '(key) => Promise'],
      ['exportPKCS8', '(key) => Promise'],
      ['exportSPKI', '(key) => Promise'],
      ['calculateJwkThumbprint', '(jwk) => Promise'],
      ['calculateJwkThumbprintUri', '(jwk) => Promise'],
      ['createLocalJWKSet', '(jwks)'],
      ['createRemoteJWKSet', '(url)'],
      ['EmbeddedJWK', '(header) => Promise'],
      ['customFetch', 'symbol'],
      ['jwksCache', 'symbol'],
      ['cryptoRuntime', 'string'],
    ],
    types: [
      ['JWTPayload', 'claims'],
      ['JWTHeaderParameters', '{ alg, typ, kid }'],
      ['JWTVerifyOptions', '{ issuer, audience, algorithms }'],
    ],
  },
  bcryptjs: {
    values: [
      ['compare', '(password, hash) => Promise<boolean>'],
      ['compareSync', '(password, hash) => boolean'],
      ['hash', '(password, rounds) => Promise<string>'],
      ['hashSync', '(password, rounds) => string'],
      ['genSalt', '(rounds) => Promise<string>'],
      ['genSaltSync', '(rounds) => string'],
      ['getRounds', '(hash) => number'],
      ['getSalt', '(hash) => string'],
      ['truncates', '(password) => boolean'],
      ['encodeBase64', '(bytes, length) => string'],
      ['decodeBase64', '(text, length) => bytes'],
      ['setRandomFallback', '(random)'],
    ],
    types: [],
  },
}

/** What stands behind `c.`: hono's context. */
export const CONTEXT: Entry[] = [
  ['json', '(value, status, headers) => Response'],
  ['text', '(text, status, headers) => Response'],
  ['html', '(markup, status, headers) => Response'],
  ['body', '(data, status, headers) => Response'],
  ['redirect', '(location, status) => Response'],
  ['notFound', '() => Response'],
  ['newResponse', '(data, status, headers) => Response'],
  ['header', '(name, value)'],
  ['status', '(code)'],
  ['req', 'the request'],
  ['res', 'the response so far'],
  ['var', 'what guards handed on'],
  ['get', '(key)'],
  ['set', '(key, value)'],
  ['env', 'bindings'],
  ['error', 'what was thrown'],
  ['finalized', 'boolean'],
  ['executionCtx', '{ waitUntil }'],
  ['render', '(content) => Response'],
  ['setRenderer', '(renderer)'],
  ['setLayout', '(layout)'],
  ['getLayout', '()'],
]

/** What stands behind `c.req.`: hono's request. */
export const REQUEST: Entry[] = [
  ['header', '(name) => string | undefined'],
  ['query', '(name) => string | undefined'],
  ['queries', '(name) => string[] | undefined'],
  ['param', '(name) => string'],
  ['path', 'string'],
  ['url', 'string'],
  ['method', 'string'],
  ['json', '() => Promise<any>'],
  ['text', '() => Promise<string>'],
  ['parseBody', '() => Promise<fields of a form>'],
  ['formData', '() => Promise<FormData>'],
  ['arrayBuffer', '() => Promise<ArrayBuffer>'],
  ['bytes', '() => Promise<Uint8Array>'],
  ['blob', '() => Promise<Blob>'],
  ['valid', '(target)'],
  ['raw', 'Request'],
]

/** What stands behind `app.`: routes, and what applies to all of them. */
export const APP: Entry[] = [
  ['get', '(path, …guards, handler)'],
  ['post', '(path, …guards, handler)'],
  ['put', '(path, …guards, handler)'],
  ['patch', '(path, …guards, handler)'],
  ['delete', '(path, …guards, handler)'],
  ['options', '(path, …guards, handler)'],
  ['all', '(path, …guards, handler)'],
  ['on', '(methods, paths, …guards, handler)'],
  ['use', '(path, …guards)'],
  ['route', '(path, app)'],
  ['notFound', '(handler)'],
  ['onError', '(handler)'],
]

/** Of what `jsonWebTokens` makes. */
export const TOKENS: Entry[] = [
  ['sign', '(c, { sub }, { minutes }) => Promise<string>'],
  ['verify', '(c, token) => Promise<VerifiedClaims>'],
]

/** Of a `Map`. */
export const MAP: Entry[] = [
  ['get', '(key) => value | undefined'],
  ['set', '(key, value)'],
  ['has', '(key) => boolean'],
  ['delete', '(key) => boolean'],
  ['keys', '() => iterator'],
  ['values', '() => iterator'],
  ['entries', '() => iterator'],
  ['forEach', '((value, key) => void)'],
  ['size', 'number'],
  ['clear', '()'],
]
