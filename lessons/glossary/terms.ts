/** The glossary's terms: what each is called, the lesson that introduces it, and where it is defined. */

interface Term {
  /** Slug of the lesson whose prose introduces it, once, as `<bp-term name="id">`. */
  lesson: string
  en: string
  ko: string
  /** What the standard calls it, where the lessons' English has a plainer word: readers of Korean learn this one. */
  standard?: string
  /** A section of an RFC, or a page of MDN or of the OpenAPI specification; none where nobody laid the term down. */
  url?: string
}

const RFC = 'https://www.rfc-editor.org/rfc/rfc'
const MDN = 'https://developer.mozilla.org/en-US/docs/'

const known = {
  server: { lesson: 'first-steps', en: 'server', ko: '서버', url: `${RFC}9110#section-3.3` },
  route: { lesson: 'first-steps', en: 'route', ko: '라우트' },
  handler: { lesson: 'first-steps', en: 'handler', ko: '핸들러' },
  dependency: { lesson: 'first-steps', en: 'dependency', ko: '의존성' },
  guard: { lesson: 'first-steps', en: 'guard', ko: '가드' },
  request: { lesson: 'first-steps', en: 'request', ko: '요청', url: `${RFC}9110#section-3.4` },
  answer: {
    lesson: 'first-steps',
    en: 'answer',
    ko: '응답',
    standard: 'response',
    url: `${RFC}9110#section-3.4`,
  },
  check: { lesson: 'first-steps', en: 'check', ko: '검사' },
  'bearer-token': {
    lesson: 'first-steps',
    en: 'bearer token',
    ko: 'bearer 토큰',
    url: `${RFC}6750#section-1.2`,
  },
  scheme: { lesson: 'first-steps', en: 'scheme', ko: '스킴', url: `${RFC}9110#section-11.1` },
  credentials: {
    lesson: 'first-steps',
    en: 'credentials',
    ko: '자격 증명',
    url: `${RFC}9110#section-11.4`,
  },
  challenge: {
    lesson: 'first-steps',
    en: 'challenge',
    ko: '챌린지',
    url: `${RFC}9110#section-11.3`,
  },
  'password-flow': {
    lesson: 'first-steps',
    en: 'password flow',
    ko: '패스워드 플로',
    url: `${RFC}6749#section-4.3`,
  },
  authentication: {
    lesson: 'first-steps',
    en: 'authentication',
    ko: '인증',
    url: `${RFC}9110#section-11`,
  },
  authorization: {
    lesson: 'first-steps',
    en: 'authorization',
    ko: '인가',
    url: `${RFC}6749#section-1.3`,
  },
  oauth2: { lesson: 'first-steps', en: 'OAuth2', ko: 'OAuth2', url: `${RFC}6749#section-1` },
  pkce: { lesson: 'first-steps', en: 'PKCE', ko: 'PKCE', url: `${RFC}7636#section-1` },
  tls: { lesson: 'first-steps', en: 'TLS', ko: 'TLS', url: `${MDN}Glossary/TLS` },
  openapi: {
    lesson: 'first-steps',
    en: 'OpenAPI',
    ko: 'OpenAPI',
    url: 'https://spec.openapis.org/oas/v3.1.1',
  },

  'resource-owner': {
    lesson: 'current-user',
    en: 'resource owner',
    ko: '리소스 소유자',
    url: `${RFC}6749#section-1.1`,
  },
  'resource-server': {
    lesson: 'current-user',
    en: 'resource server',
    ko: '리소스 서버',
    url: `${RFC}6749#section-1.1`,
  },

  'authorization-server': {
    lesson: 'password-flow',
    en: 'authorization server',
    ko: '인가 서버',
    url: `${RFC}6749#section-1.1`,
  },
  client: {
    lesson: 'password-flow',
    en: 'client',
    ko: '클라이언트',
    url: `${RFC}6749#section-1.1`,
  },
  'access-token': {
    lesson: 'password-flow',
    en: 'access token',
    ko: '액세스 토큰',
    url: `${RFC}6749#section-1.4`,
  },
  'form-encoding': {
    lesson: 'password-flow',
    en: 'form encoding',
    ko: '폼 인코딩',
    url: `${RFC}6749#appendix-B`,
  },
  hash: {
    lesson: 'password-flow',
    en: 'hash',
    ko: '해시',
    url: `${MDN}Glossary/Hash_function`,
  },

  jwt: { lesson: 'jwt', en: 'JWT', ko: 'JWT', url: `${RFC}7519#section-3` },
  'jose-header': {
    lesson: 'jwt',
    en: 'JOSE header',
    ko: 'JOSE 헤더',
    url: `${RFC}7519#section-5`,
  },
  claim: { lesson: 'jwt', en: 'claim', ko: '클레임', url: `${RFC}7519#section-4` },
  scope: { lesson: 'jwt', en: 'scope', ko: '스코프', url: `${RFC}6749#section-3.3` },
  signature: { lesson: 'jwt', en: 'signature', ko: '서명', url: `${RFC}7515#section-5.1` },
  base64url: { lesson: 'jwt', en: 'base64url', ko: 'base64url', url: `${RFC}4648#section-5` },
  hmac: { lesson: 'jwt', en: 'HMAC', ko: 'HMAC', url: `${RFC}2104#section-2` },
  'symmetric-key': {
    lesson: 'jwt',
    en: 'symmetric key',
    ko: '대칭 키',
    url: `${MDN}Glossary/Symmetric-key_cryptography`,
  },
  bcrypt: {
    lesson: 'jwt',
    en: 'bcrypt',
    ko: 'bcrypt',
    url: `${MDN}Web/Security/Authentication/Passwords#hashing_algorithms`,
  },
  salt: { lesson: 'jwt', en: 'salt', ko: '솔트', url: `${RFC}8018#section-4.1` },
  cost: {
    lesson: 'jwt',
    en: 'cost',
    ko: '비용',
    url: `${MDN}Web/Security/Authentication/Passwords#hashing_algorithms`,
  },

  cookie: { lesson: 'two-servers', en: 'cookie', ko: '쿠키', url: `${RFC}10025#section-3` },
  'http-only': {
    lesson: 'stolen-cookie',
    en: 'HttpOnly',
    ko: 'HttpOnly',
    url: `${RFC}10025#section-4.1.2.6`,
  },
  'same-site': {
    lesson: 'stolen-cookie',
    en: 'SameSite',
    ko: 'SameSite',
    url: `${MDN}Web/HTTP/Reference/Headers/Set-Cookie#samesitesamesite-value`,
  },
  origin: { lesson: 'stolen-cookie', en: 'origin', ko: '출처', url: `${RFC}6454#section-4` },
  'cross-site': {
    lesson: 'stolen-cookie',
    en: 'cross-site',
    ko: '사이트 간',
    url: `${MDN}Glossary/Site`,
  },
  xss: { lesson: 'stolen-cookie', en: 'XSS', ko: 'XSS', url: `${MDN}Web/Security/Attacks/XSS` },
  csrf: { lesson: 'stolen-cookie', en: 'CSRF', ko: 'CSRF', url: `${MDN}Web/Security/Attacks/CSRF` },
  upstream: {
    lesson: 'two-servers',
    en: 'upstream',
    ko: '업스트림',
    url: `${RFC}9110#section-15.6.3`,
  },
} satisfies Record<string, Term>

export type TermId = keyof typeof known

export const terms: Readonly<Record<TermId, Term>> = known

/** What each term means: at most 40 words, code in backticks. */
export type Definitions = Readonly<Record<TermId, string>>
