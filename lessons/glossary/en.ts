/** What the glossary's terms mean, in English. */

import type { Definitions } from './terms.ts'

export const en: Definitions = {
  server:
    'A program that accepts requests over HTTP and answers them. Each lesson has one or more, written to be read.',
  route:
    'A method and a path that a server knows, such as `GET /items/`, with the functions that run for a request to it.',
  handler:
    'The function at the end of a route. It makes the answer, unless something before it refused the request.',
  dependency:
    'A function that a route asks for and that runs before the handler. It supplies a value, such as the current user, or refuses the request. A dependency can need others.',
  guard:
    'What many call a dependency, or a middleware, that lets a request through or refuses it. These lessons mostly say dependency.',
  request:
    'What a client sends to a server: a method, a path, headers and perhaps a body. Here you see it as the server received it.',
  answer:
    'What a server sends back to a request: a status, headers and perhaps a body. HTTP calls it a response.',
  check:
    'One question that a server asks about a request, such as whether there is an `Authorization` header, and what it found. The first check that fails decides the answer.',
  'bearer-token':
    'A string that works for whoever holds it. Nobody has to prove that it was issued to them, so it must not leak, in storage or on its way.',
  scheme:
    'A kind of credentials for HTTP. Its name is the first word of an `Authorization` header and of a challenge: `Bearer`, for example, or `Basic`. The name is case-insensitive.',
  credentials:
    'What a client sends to be let in. In HTTP it is the whole value of `Authorization`: a scheme and what that scheme asks for, such as a token, or name and password in base64.',
  challenge:
    'How a server says what would let you in: a scheme, perhaps with parameters, in a `WWW-Authenticate` header. A `401` must carry at least one; other answers may carry one too.',
  'password-flow':
    'The OAuth 2.0 grant that trades a name and a password for a token, in full “resource owner password credentials”. The client sees the password, so RFC 9700 forbids it; the authorization code grant with PKCE has taken its place.',
  authentication:
    'Finding out who somebody is, by something that they know, have or are. In HTTP the answer to its failure is `401`.',
  authorization:
    'Deciding what somebody may do, or granting it. In HTTP, being known and still not allowed is answered with `403`. The header called `Authorization` carries what is needed for authentication.',
  oauth2:
    'A framework, RFC 6749, by which an application gets limited access to somebody’s data with a token instead of their password. It has several grants, ways to obtain the token; how an API checks it is left open.',
  pkce: 'Proof Key for Code Exchange: the client sends a hash of a fresh secret when it asks for a code, and the secret itself when it trades the code for a token. Whoever steals the code alone gets nothing.',
  tls: 'Transport Layer Security, the “s” of https. It keeps what is sent from being read or changed on its way, and shows that the server is the one whose name was asked for.',
  openapi:
    'A format, in JSON or YAML, for describing an HTTP API: paths, parameters, answers, and how requests are authenticated. Tools draw documentation from such a description, or generate clients.',

  'resource-owner':
    'Whoever is able to grant access to protected data. When that is a person it is called the end user; in these lessons it is the one whose name and password are asked for.',
  'resource-server':
    'The server that holds the protected data and answers requests that come with an access token it accepts. It can be the same server as the authorization server, or another one.',

  'authorization-server':
    'The server that issues access tokens, after it has authenticated the resource owner and been given their authorization. In these lessons it is the one with a `/token` route.',
  client:
    'In OAuth, an application that asks for protected data on behalf of the resource owner and with their authorization. It may be a page, an app or a server: the word does not say where it runs.',
  'access-token':
    'A string that stands for a permission: what may be reached, and for how long. The client is not meant to read it. The server that accepts it does, or looks it up.',
  'form-encoding':
    '`application/x-www-form-urlencoded`, the way HTML forms send fields: `name=value` pairs joined by `&`, with a space as `+`, and each byte of other special characters as `%` and two hex digits.',
  hash: 'A function that turns any input into a value of fixed length; also that value. A cryptographic one cannot feasibly be turned back. A fast one alone still does not protect passwords.',

  jwt: 'JSON Web Token: claims, as a JSON object, in a compact form that fits into a URL. A signed one (JWS) is header, payload and signature. Changes to it show, but everybody can read it.',
  'jose-header':
    'The first part of a JWT, JSON that says how the token is protected: `{"alg":"HS256","typ":"JWT"}`. Whoever sends the token wrote it, so the server itself must fix which `alg` it accepts.',
  claim:
    'One thing that a token asserts about its subject: a name and a value in the payload. Some names have a registered meaning, such as `sub`, `exp` and `iss`.',
  scope:
    'What an access token may be used for: a list of words such as `read write` that the client asks for and the authorization server grants. A request beyond it is answered with `403`.',
  signature:
    'The last part of a signed JWT, computed from the two before it and a key. It shows that nothing was changed. With HS256 it is strictly a MAC: one key makes it and checks it.',
  base64url:
    'Base64 with `-` and `_` where it would have `+` and `/`, so that it fits into a URL; in a JWT also without `=` at the end. Decoding takes no key: this is no encryption.',
  hmac: 'A code (MAC) made from a message and a secret key by means of a hash function. Only those who have the key can make it or check it. HS256 is HMAC with SHA-256.',
  'symmetric-key':
    'One key for both sides: to make a code (MAC) and to check it, or to encrypt and to decrypt. Whoever can verify an HS256 token is therefore able to forge one.',
  bcrypt:
    'A hash function for passwords, published in 1999 and slow on purpose. Its output is one string of version, cost, salt and hash. Of the password it reads 72 bytes at most.',
  salt: 'Random bytes, new for each password, that are hashed together with it and stored beside the hash. Equal passwords get different hashes, and precomputed tables are useless. A salt is no secret.',
  cost: 'How slow bcrypt is to be, as a number that stands in every hash. Each step up doubles the work, for the server that checks a login as for the attacker who guesses.',

  cookie:
    'A name and a value that a server leaves with the browser by `Set-Cookie`. The browser keeps it and sends it back in `Cookie`, unasked, with every request that fits its domain and path (RFC 10025, once 6265).',
  'http-only':
    'An attribute of a cookie: scripts cannot read it, `document.cookie` leaves it out. It still goes with every request. An XSS attack cannot steal it, but can send requests that carry it.',
  'same-site':
    'When a cookie goes along with requests from other sites: `Strict` never, `Lax` only on top-level navigation by a safe method such as `GET`, `None` always, where it is `Secure` and the browser allows third-party cookies.',
  origin:
    'Scheme, host and port of a URL, taken together. Two URLs have the same origin only if all three are equal, and browsers keep pages of different origins apart.',
  'cross-site':
    'From one site to another. A site is a scheme and a registrable domain, like `example.com`; ports and subdomains do not count. So `localhost:8000` and `localhost:8001` are two origins but one site.',
  xss: 'Cross-site scripting: an attacker’s script runs in a page of another site, usually because that page put text from outside into its markup without escaping it. It can do whatever the page can.',
  csrf: 'Cross-site request forgery: a page of another site makes the browser send a request to one where the user is logged in. Cookies go along by themselves, so the server takes it for the user’s own.',
  upstream:
    'The server that another has to ask before it can answer: for the client server, the auth server. RFC 9110 calls it inbound or upstream. When it answers badly or not in time, the statuses are `502` and `504`.',
}
