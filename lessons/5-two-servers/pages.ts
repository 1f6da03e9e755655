/** The pages of the client server: what comes from elsewhere is text in them, as `html` escapes it. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** Answers with a page. */
export async function page(
  c: Context,
  title: string,
  content: unknown,
  status: ContentfulStatusCode = 200,
) {
  const text = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
</head>
<body>${content}</body>
</html>
`
  return c.body(text, status, { 'Content-Type': PAGE })
}

const PAGE = 'text/html; charset=utf-8'

export const isPage = ({ headers }: Response) => headers.get('Content-Type') === PAGE

/** Whether a browser asks for something to show to a person: scripts and other programs do not ask for HTML. */
export const wantsPage = (c: Context) => c.req.header('Accept')?.includes('text/html') ?? false

/** The login form, below a sentence if there is something to say. */
export const login = (sentence = '', root = '') => html`<p>${sentence}</p>
<form action="${root}get-token" method="post">
<input type="text" name="username" placeholder="Username">
<input type="password" name="password" placeholder="Password">
<input type="submit" value="Login">
</form>`

/** Where somebody who is logged in can go on. The tutorial's pages have nothing of the kind, and programs get those. */
export const nav = (c: Context, root = '') =>
  wantsPage(c) &&
  html`<nav>
<a href="${root}test-users-me">Your data</a>
<a href="${root}test-users-me-items">Your items</a>
<a href="${root || './'}">Login page</a>
<form action="${root}logout" method="post"><input type="submit" value="Log out"></form>
</nav>`

/** A refusal as a page: what it says and, for a person, the form to try again. One that is a page stays as it is. */
export async function refusal(c: Context): Promise<Response> {
  if (isPage(c.res)) return c.res
  const { detail } = (await c.res.json()) as { detail: string | { loc: string[]; msg: string }[] }
  const sentence =
    typeof detail === 'string'
      ? detail
      : detail.map(({ loc, msg }) => `${loc.at(-1)}: ${msg}`).join('; ')
  const status = c.res.status as ContentfulStatusCode
  const root = '../'.repeat(c.req.path.split('/').length - 2)
  const content = wantsPage(c) ? [login(sentence, root), nav(c, root)] : sentence
  return page(c, status < 500 ? 'Not done' : 'Not now', content, status)
}

/** One object after the other, each key before its value. */
export const table = (data: object) =>
  [data]
    .flat()
    .map(
      (item: unknown) =>
        html`<dl>${Object.entries(Object(item) as object).map(
          ([key, value]) => html`<dt>${key}</dt><dd>${inWords(value)}</dd>`,
        )}</dl>`,
    )

// Not `String`, which asks an object from elsewhere how it is to be written.
const inWords = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
