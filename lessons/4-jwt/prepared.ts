import type { Got, Prepared } from '../prepared.ts'
import { get } from '../requests.ts'
import { HEADER } from './tokens.ts'

/** `{"sub":"alice","exp":4102444800}` */
const ALICE = 'eyJzdWIiOiJhbGljZSIsImV4cCI6NDEwMjQ0NDgwMH0'

/** `{"sub":"johndoe","exp":4102444800,"role":"admin"}`, signed with the key everybody has. */
const ADMIN = `${HEADER}.eyJzdWIiOiJqb2huZG9lIiwiZXhwIjo0MTAyNDQ0ODAwLCJyb2xlIjoiYWRtaW4ifQ.AakkGcBWJadMOMzP5pI-2gV6jIWbIO2XnWMMBBzT8YI`

/** The token of a login, with another name under the old signature. */
function forged({ issued }: Got): string {
  const [header, , signature] = issued.split('.')
  return `${header}.${ALICE}.${signature}`
}

const me = (token: string) => get('/users/me/', `Bearer ${token}`)

export default {
  comes: { 'three-parts': 'three', 'last-letter': 'refused', milliseconds: 'ages' },
  requests: {
    signature: [{ part: 'forged', request: (got) => me(forged(got)) }],
    clock: [
      { part: 'before', request: ({ issued }) => me(issued), clock: 'before' },
      { part: 'after', request: ({ issued }) => me(issued), clock: 'after' },
    ],
    'same-answer': [
      { part: 'password', request: 'wrong-password' },
      { part: 'long', request: 'long-password' },
    ],
    'published-key': [
      { part: 'signed', request: me(ADMIN) },
      { part: 'held', request: { ...me(ADMIN), server: 'secret' } },
    ],
  },
} satisfies Prepared
