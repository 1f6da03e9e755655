/** The first step's contract: its rows, its description, and many requests at once. */

import { expect, test } from 'vitest'
import { authorizationSeen, get, jsonOf, textOf } from '../contract/answer.ts'
import { API, rows } from './contract/rows.ts'
import { authorization } from '../contract/row.ts'
import type { Contract } from '../contract/contract.ts'

const firstSteps: Contract = {
  name: 'the first step',
  rows,
  notInBrowser: 1,
  more: (ask) => {
    test('GET /openapi.json describes the route, its guard and a relative tokenUrl', async () => {
      const answer = await ask(get(`${API}/openapi.json`))
      expect(jsonOf(answer)).toMatchObject({
        openapi: '3.1.0',
        info: { title: 'first-steps/api' },
        paths: { '/items/': { get: { security: [{ OAuth2PasswordBearer: [] }] } } },
        components: {
          securitySchemes: {
            OAuth2PasswordBearer: {
              type: 'oauth2',
              flows: { password: { scopes: {}, tokenUrl: 'token' } },
            },
          },
        },
      })
    })

    test.each([
      [`${API}/docs`, '../../../docs.js'],
      [`${API}/v1/docs`, '../../../../docs.js'],
    ])('GET %s names its description and the script at %s', async (path, script) => {
      const text = textOf(await ask(get(path)))
      expect(text).toContain('data-openapi="openapi.json"')
      expect(text).toContain(`src="${script}"`)
    })

    test('twenty requests at once each get their own answer and their own decisions', async () => {
      const names = Array.from({ length: 20 }, (_, i) => `token-${i}`)
      const answers = await Promise.all(
        names.map((name) => ask(get(`${API}/items/`, authorization(`Bearer ${name}`)))),
      )
      expect(answers.map(jsonOf)).toEqual(names.map((token) => ({ token })))
      expect(answers.map((answer) => authorizationSeen(answer))).toEqual(
        names.map((name) => `Bearer ${name}`),
      )
    })
  },
}

export default [firstSteps] satisfies Contract[]
