/** The pages of the client server: what comes from elsewhere is text in them, as `html` escapes it. */

import type { Context } from 'hono'
import { html } from 'hono/html'

type Status = 200 | 401 | 502 | 503 | 504

/** Answers with a page. */
export async function page(c: Context, title: string, content: unknown, status: Status = 200) {
  const text = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
</head>
<body>${content}</body>
</html>
`
  return c.body(text, status, { 'Content-Type': 'text/html; charset=utf-8' })
}

/** The login form, below a sentence if there is something to say. */
export const login = (sentence = '') => html`<p>${sentence}</p>
<form action="get-token" method="post">
<input type="text" name="username" placeholder="Username">
<input type="password" name="password" placeholder="Password">
<input type="submit" value="Login">
</form>`

/** One object after the other, each key before its value. */
export const tables = (data: object) =>
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
