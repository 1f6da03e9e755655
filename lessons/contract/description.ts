/** What a step's description says of its routes: the same for each step that has guards and a login. */

import { expect, test } from 'vitest'
import { type Ask, get, jsonOf, textOf } from './answer.ts'

interface Described {
  /** Routes behind the bearer guard, all of them GET. */
  guarded: string[]
  /** Whether there is a login at `/token`. */
  login: boolean
}

/** Declares the tests of `openapi.json` and `docs` for one server. */
export function testDescription(ask: Ask, api: string, { guarded, login }: Described): void {
  test('GET /openapi.json lists the routes, and the scheme on those that are guarded', async () => {
    const { info, servers, paths, components } = jsonOf(await ask(get(`${api}/openapi.json`))) as {
      info: unknown
      servers: unknown
      paths: Record<string, Record<string, { security?: unknown }>>
      components: { securitySchemes: unknown }
    }
    expect(info).toMatchObject({ title: api.replace('/lessons/', '') })
    // Or a client would look for the login at the root.
    expect(servers).toEqual([{ url: api }])
    expect(
      Object.fromEntries(
        Object.entries(paths).flatMap(([path, operations]) =>
          Object.entries(operations).map(([method, { security }]) => [
            `${method} ${path}`,
            security ?? null,
          ]),
        ),
      ),
    ).toEqual({
      ...(login && { 'post /token': null }),
      ...Object.fromEntries(guarded.map((path) => [`get ${path}`, [{ OAuth2PasswordBearer: [] }]])),
    })
    expect(components.securitySchemes).toEqual({
      OAuth2PasswordBearer: {
        type: 'oauth2',
        flows: { password: { scopes: {}, tokenUrl: 'token' } },
      },
    })
  })

  test('GET /docs names its description and the script', async () => {
    const text = textOf(await ask(get(`${api}/docs`)))
    expect(text).toContain('data-openapi="openapi.json"')
    expect(text).toContain('src="../../../docs.js"')
  })

  if (!login) return
  test('GET /openapi.json describes the login’s form', async () => {
    const { paths, components } = jsonOf(await ask(get(`${api}/openapi.json`))) as {
      paths: { '/token': { post: { requestBody: { required: boolean; content: object } } } }
      components: { schemas: Record<string, { required: string[]; properties: object }> }
    }
    const { required, content } = paths['/token'].post.requestBody
    expect(required).toBe(true)
    const [[mediaType, { schema }] = ['', { schema: { $ref: '' } }]] = Object.entries(content) as [
      string,
      { schema: { $ref: string } },
    ][]
    expect(mediaType).toBe('application/x-www-form-urlencoded')
    const form = components.schemas[schema.$ref.replace('#/components/schemas/', '')]
    expect(form?.required.toSorted()).toEqual(['password', 'username'])
    expect(Object.keys(form?.properties ?? {}).toSorted()).toEqual([
      'client_id',
      'client_secret',
      'grant_type',
      'password',
      'scope',
      'username',
    ])
  })
}
