/** What a host adds beside an app's routes: its description, and the page that shows it. */

import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { oauth2PasswordBearer } from '../../../server/security/bearer.ts'
import { stepHost } from '../../../server/stage/step-host.ts'
import { decisionsOf } from '../../../lessons/contract/answer.ts'
import { hosted } from '../support/steps.ts'

const app = new Hono().get('/items/', oauth2PasswordBearer({ tokenUrl: 'token' }), (c) =>
  c.json(null),
)
const ask = hosted(app, { prefix: '/below', title: 'a step' })

describe('GET /openapi.json', () => {
  test('answers the description, open to all', async () => {
    const { response, trace } = await ask('GET', '/openapi.json')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(await response.json()).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'a step', version: '0.1.0' },
      components: { securitySchemes: { OAuth2PasswordBearer: { type: 'oauth2' } } },
    })
    expect(decisionsOf(trace)).toEqual(['+ route-found', '+ handler-answered'])
  })

  test("lists the app's routes without prefix, and the host's own not at all", async () => {
    const { paths } = (await (await ask('GET', '/openapi.json')).response.json()) as {
      paths: object
    }
    expect(Object.keys(paths)).toEqual(['/items/'])
  })
})

test.each([
  ['below a path', '/lessons/x/api', [{ url: '/lessons/x/api' }]],
  ['below a path with a blank', '/a%20b/x', [{ url: '/a%20b/x' }]],
  ['at the root', '', undefined],
])('GET /openapi.json %s says where its paths begin', async (_, prefix, servers) => {
  const { response } = await hosted(app, { prefix })('GET', '/openapi.json')
  expect(((await response.json()) as { servers?: unknown }).servers).toEqual(servers)
})

describe('GET /docs', () => {
  const pageOf = async (title: string, docsScript = '../docs.js') => {
    const response = await stepHost(app, { title, docsScript }).request('/docs')
    return { response, text: await response.text() }
  }

  test('answers a page that names its description and its script', async () => {
    const { response, text } = await pageOf('a step')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(text).toMatch(/^<!doctype html>/)
    expect(text).toContain('data-openapi="openapi.json"')
    expect(text).toContain('<script type="module" src="../docs.js"></script>')
    expect(text).toContain('<title>a step</title>')
  })

  test('writes title and script as text, whatever is in them', async () => {
    const { text } = await pageOf('</title><script>x</script>', '"><b>')
    expect(text).toContain('<title>&lt;/title&gt;&lt;script&gt;x&lt;/script&gt;</title>')
    expect(text).toContain('src="&quot;&gt;&lt;b&gt;"')
  })

  test('loads nothing from elsewhere', async () => {
    expect((await pageOf('a step')).text).not.toMatch(/(src|href)="(https?:)?\/\//)
  })
})
