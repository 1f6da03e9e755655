/** The first step answers as the tutorial's own server was recorded to, but where it means to differ. */

import type { Recorded } from '../support/oracle.ts'
import { answersAsRecorded, type Departure, SEVERAL } from '../support/oracle-suite.ts'

const token = (text: string): Recorded => ({ status: 200, body: { json: { token: text } } })

const BLANKS: Departure = {
  because: 'blanks before a token are no part of it, as in newer versions of the framework',
  ours: token('foobar'),
}

const refusedByNode = (because: string, status = 400): Departure => ({ because, ours: { status } })

answersAsRecorded({
  fixture: 'first-steps',
  prefix: '/lessons/first-steps/api',
  departures: {
    'two-spaces': BLANKS,
    'space-then-tab-separator': BLANKS,
    'duplicate-two-bearers': SEVERAL,
    'duplicate-bearer-then-basic': SEVERAL,
    'percent-encoded-slash': {
      because:
        'an encoded slash is data in a segment (RFC 3986 section 2.2), so this is another path',
      ours: { status: 404, body: { json: { detail: 'Not Found' } } },
    },
    head: {
      because: 'HEAD is GET without the body (RFC 9110 section 9.1), and passes the same guard',
      ours: { status: 200, headers: { allow: null }, body: { empty: true } },
    },
    'long-20k': refusedByNode('Node takes 16 KiB of headers, and that is plenty', 431),
    'control-byte': refusedByNode(
      'a control character is no part of a value (RFC 9110 section 5.5)',
    ),
    'obs-fold': refusedByNode('a folded line is to be refused (RFC 9112 section 5.2)'),
    'method-unknown': refusedByNode("Node's parser knows methods by name, and this is none"),
  },
})
