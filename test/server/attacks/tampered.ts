/** What is done to a good token on its way: the parts are there to be cut, swapped and spelt otherwise. */

/** A good token, whole and in its three parts. */
export interface GoodToken {
  token: string
  header: string
  payload: string
  signature: string
}

/** Splits a good token. */
export function partsOf(token: string): GoodToken {
  const [header = '', payload = '', signature = ''] = token.split('.')
  return { token, header, payload, signature }
}

const encoded = (text: string | Buffer) => Buffer.from(text).toString('base64url')

/** Changes one octet of what a part means. */
function flipped(part: string, at: number, bits: number): string {
  const bytes = Buffer.from(part, 'base64url')
  bytes[at]! ^= bits
  return bytes.toString('base64url')
}

const claims = (user: string) => JSON.stringify({ sub: user, exp: 4102444800 })

const standard = (part: string) => Buffer.from(part, 'base64url').toString('base64')

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Spells the same octets otherwise: the last character of 32 has two bits that say nothing. */
const strayBit = (token: string) =>
  token.slice(0, -1) + ALPHABET[ALPHABET.indexOf(token.at(-1)!) ^ 1]!

type Tamper = (good: GoodToken) => string

/** Every way by its name; each is refused. Texts are Latin-1, one character an octet. */
export const TAMPERED: [id: string, title: string, tamper: Tamper][] = [
  [
    'jwt.alg-none-32',
    'alg none before the signature that was there',
    (t) => `${encoded('{"alg":"none","typ":"JWT"}')}.${t.payload}.${t.signature}`,
  ],
  ['jwt.signature-01', 'the signature gone, its dot kept', (t) => `${t.header}.${t.payload}.`],
  ['jwt.signature-02', 'signature and dot gone', (t) => `${t.header}.${t.payload}`],
  ['jwt.signature-04', 'half of the signature', (t) => t.token.slice(0, -22)],
  [
    'jwt.signature-08',
    'an octet changed amid the signature',
    (t) => `${t.header}.${t.payload}.${flipped(t.signature, 16, 0xff)}`,
  ],
  [
    'jwt.signature-10',
    'an octet changed in the header',
    (t) => `${flipped(t.header, 3, 0x20)}.${t.payload}.${t.signature}`,
  ],
  [
    'jwt.signature-11',
    'a signature of zeros',
    (t) => `${t.header}.${t.payload}.${encoded(Buffer.alloc(32))}`,
  ],
  [
    'jwt.signature-12',
    'a signature of ones',
    (t) => `${t.header}.${t.payload}.${encoded(Buffer.alloc(32, 0xff))}`,
  ],
  [
    'jwt.signature-13',
    'a signature out of thin air',
    (t) => `${t.header}.${t.payload}.${encoded('as good as any thirty-two octets')}`,
  ],
  [
    'jwt.signature-16',
    'another user in the payload',
    (t) => `${t.header}.${encoded(claims('admin'))}.${t.signature}`,
  ],
  [
    'jwt.signature-17',
    'the same user, a later end',
    (t) => `${t.header}.${encoded(claims('johndoe'))}.${t.signature}`,
  ],
  [
    'jwt.signature-19',
    'header and payload in each other’s place',
    (t) => `${t.payload}.${t.header}.${t.signature}`,
  ],
  ['jwt.signature-20', 'all in upper case', (t) => t.token.toUpperCase()],
  ['jwt.signature-22', 'all from right to left', (t) => t.token.split('').toReversed().join('')],
  ['jwt.signature-23', 'a fourth part, empty', (t) => `${t.token}.`],
  ['jwt.signature-24', 'a fourth part', (t) => `${t.token}.x`],
  ['jwt.signature-26', 'a dot before it', (t) => `.${t.token}`],
  ['jwt.signature-27', 'no header', (t) => `.${t.payload}.${t.signature}`],
  ['jwt.signature-28', 'no payload', (t) => `${t.header}..${t.signature}`],
  [
    'jwt.base64-02',
    'the payload padded',
    (t) => `${t.header}.${t.payload}${'='.repeat(-t.payload.length & 3 || 1)}.${t.signature}`,
  ],
  [
    'jwt.base64-03',
    'the alphabet of base64 without url',
    (t) => [t.header, t.payload, t.signature].map(standard).join('.'),
  ],
  [
    'jwt.base64-06',
    'a space in the signature',
    (t) => `${t.token.slice(0, -5)} ${t.token.slice(-5)}`,
  ],
  ['jwt.base64-stray', 'a stray bit in the last character', (t) => strayBit(t.token)],
  ['jwt.base64-08', 'percent-encoded dots', (t) => t.token.replaceAll('.', '%2E')],
  [
    'jwt.base64-09',
    'ideographic full stops',
    (t) => t.token.replaceAll('.', Buffer.from('。').toString('latin1')),
  ],
  ['jwt.base64-13', 'two characters more', (t) => `${t.token}AA`],
  ['jwt.base64-14', 'octets above ASCII at its end', (t) => `${t.token.slice(0, -3)}\xe9\xff\xf0`],
  ['jwt.base64-16', 'commas for dots', (t) => t.token.replaceAll('.', ',')],
  [
    'jwt.jwe-08',
    'the same in JSON (RFC 7515 section 7.2)',
    (t) => JSON.stringify({ payload: t.payload, protected: t.header, signature: t.signature }),
  ],
]
