/** Every policy that this project tells a browser, in one table: real, development and static builds all take theirs here. */

export interface Policy {
  /** Directives of the Content Security Policy: what runs and what is loaded. */
  csp: readonly string[]
  /** Whether the document says `csp` itself, as a copy on any host has to; else a header does. */
  inDocument?: boolean
  /** Who may show the page in a frame; no document can say that of itself. */
  framedBy?: "'none'" | "'self'"
  /** What a request tells of the page it came from. */
  referrer?: 'no-referrer' | 'same-origin'
  /** Whether a browser takes a file for what its Content-Type says. */
  noSniff?: boolean
  /** Whether other sites' pages cannot load it. */
  ours?: boolean
  /** Whether what a tutorial needs none of is switched off, and other sites' windows are kept apart. */
  apart?: boolean
}

/** Swagger UI writes styles into its elements, and draws its icons from data. */
const DOCS: Policy = {
  csp: [
    "default-src 'self'",
    "img-src 'self' data:",
    "style-src 'self' 'unsafe-inline'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ],
  inDocument: true,
  framedBy: "'self'",
  referrer: 'no-referrer',
  noSniff: true,
  ours: true,
  apart: true,
}

/** Policies that need nothing from the build. */
export const POLICIES = {
  /** The docs page of a lesson's server, in the playground's docs panel or in a tab. */
  docs: DOCS,
  /** The docs page of a server that has a port of its own: nothing of ours frames it. */
  docsAlone: { ...DOCS, framedBy: "'none'" },
  /**
   * A page with a form of lesson 5's hardened client server. The lesson shows where it is said, so it is written
   * there too. Without a referrer a browser would post the form with `Origin: null`.
   */
  formPage: {
    csp: ["default-src 'none'", "form-action 'self'"],
    framedBy: "'none'",
    referrer: 'same-origin',
    noSniff: true,
  },
  /** Any other page of a lesson's server, the weak ones' too: it is shown by itself or not at all. */
  lessonPage: { csp: [], framedBy: "'none'" },
  /** A script, a style or a font of the page. There are many, and what is said of documents would weigh more than some. */
  part: { csp: [], noSniff: true, ours: true },
} as const satisfies Record<string, Policy>

/** What the page runs beside its own files: its frames inherit the page's policy, so their scripts are named in it. */
interface PageOptions {
  /** Hashes of the scripts in the page's frames, as CSP writes them without quotes. */
  scripts?: readonly string[]
  /** Whether Vite's development server is behind it: it writes styles into the page and opens a socket. */
  development?: boolean
}

/**
 * The playground's page. It is framed by nobody: whoever draws over it or beside it could have a learner press
 * what he wants.
 *
 * Scripts and workers come from this origin alone, and text never becomes markup or code by assignment (Trusted
 * Types). `lit-html` is Lit's policy for its static templates, `default` ours for worker URLs, `frame` ours for
 * the documents of the frames.
 */
export const pagePolicy = ({ scripts = [], development = false }: PageOptions = {}): Policy => ({
  csp: [
    "default-src 'self'",
    ["script-src 'self'", ...scripts.map((hash) => `'${hash}'`)].join(' '),
    development ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "img-src 'self' data:",
    // `data:` is for the frame in which a learner's own copy runs: it inherits this policy.
    development ? "worker-src 'self' blob: data:" : "worker-src 'self' data:",
    ...(development ? ["connect-src 'self' ws:"] : []),
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    // Vite shows what does not compile by assigning markup.
    ...(development ? [] : ["require-trusted-types-for 'script'"]),
    'trusted-types lit-html default frame',
  ],
  inDocument: true,
  framedBy: "'none'",
  referrer: 'no-referrer',
  noSniff: true,
  ours: true,
  apart: true,
})

interface FrameOptions {
  /** Hashes of the scripts in the document, as CSP writes them without quotes. */
  scripts: readonly string[]
  /** Whether a worker runs in it whose text the page hands over. */
  worker?: boolean
}

/** A frame with a document of ours (`srcdoc`): one script and what that runs, no address, no way out. */
export const framePolicy = ({ scripts, worker = false }: FrameOptions): Policy => ({
  csp: [
    "default-src 'none'",
    `script-src ${scripts.map((hash) => `'${hash}'`).join(' ')}`,
    ...(worker ? ['worker-src data:'] : []),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types frame',
  ],
  inDocument: true,
})

/**
 * The `sandbox` of such a frame: its scripts run, in an origin of its own. Its forms may be submitted, or no
 * script would hear of it; the policy keeps them from being sent.
 */
export const FRAME_SANDBOX = 'allow-scripts allow-forms'

/** What a document says of itself, as `meta` elements; they stand before whatever they are about. */
export function metaElements({ csp, inDocument, referrer }: Policy): string {
  // No value has a double quote in it, or an ampersand.
  return [
    ...(inDocument ? [`<meta http-equiv="${CSP}" content="${csp.join('; ')}">`] : []),
    ...(referrer ? [`<meta name="referrer" content="${referrer}">`] : []),
  ].join('')
}

/** What a server says in headers: all that the document does not say, or cannot. */
export function headersOf(policy: Policy): Record<string, string> {
  const { csp, inDocument, framedBy, referrer, noSniff, ours, apart } = policy
  const directives = [
    ...(inDocument ? [] : csp),
    ...(framedBy ? [`frame-ancestors ${framedBy}`] : []),
  ]
  return {
    ...(directives.length > 0 && { [CSP]: directives.join('; ') }),
    // For whatever is older than `frame-ancestors`.
    ...(framedBy && { 'X-Frame-Options': framedBy === "'none'" ? 'DENY' : 'SAMEORIGIN' }),
    ...(noSniff && { 'X-Content-Type-Options': 'nosniff' }),
    ...(referrer && { 'Referrer-Policy': referrer }),
    ...(ours && { 'Cross-Origin-Resource-Policy': 'same-origin' }),
    ...(apart && APART),
  }
}

const APART = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy': ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']
    .map((feature) => `${feature}=()`)
    .join(', '),
}

/** Says a policy in the headers of an answer. A Content Security Policy that is there already stays beside it. */
export function withPolicy(response: Response, policy: Policy): Response {
  for (const [name, value] of Object.entries(headersOf(policy))) {
    if (name === CSP) response.headers.append(name, value)
    else response.headers.set(name, value)
  }
  return response
}

/** Whether an answer says itself who may frame it. */
export const saysWhoFrames = ({ headers }: Response): boolean =>
  headers.get(CSP)?.includes('frame-ancestors') ?? false

const CSP = 'Content-Security-Policy'
