/** The fields of a request, as the page fills them. */

import { render } from 'lit'
import { expect, onTestFinished, test } from 'vitest'
import { serverField } from '../../../web/request/request-fields.ts'
import { en } from '../../../web/words/en.ts'

/** Servers of two lessons: other names, and other numbers of them. */
const FIRST = ['api', 'leaky', 'signed']
const SECOND = ['client', 'faithful', 'auth', 'other']

test.each(FIRST)(
  'the server of another lesson is chosen, whatever was chosen before: %s',
  (before) => {
    const place = document.body.appendChild(document.createElement('div'))
    onTestFinished(() => place.remove())
    const show = (ids: string[], chosen: string) => {
      const servers = ids.map((id) => ({ id, path: `…/${id}` }))
      render(
        serverField(servers, chosen, en, () => {}),
        place,
      )
      return place.querySelector('select')!
    }
    const select = show(FIRST, 'api')
    // A person chooses; the page follows.
    select.value = before
    show(FIRST, before)
    expect(show(SECOND, 'faithful').value).toBe('faithful')
    expect(show(FIRST, 'api').value).toBe('api')
  },
)
