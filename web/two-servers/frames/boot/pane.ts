/** The document of the small browser: it draws pages, and tells where they lead. */

import { trustedPolicy } from '../../../kit/trusted-types.ts'
import type { PaneSaid, PaneTold } from '../messages.ts'
import { draw } from './draw.ts'
import { openPort } from '../../../kit/frame-port.ts'

const frame = trustedPolicy('frame', { createHTML: (markup) => markup })

const tell: (message: PaneSaid) => void = openPort((message) => {
  const { html, text } = message as PaneTold
  if (text !== undefined) document.body.textContent = text
  if (html !== undefined) draw(frame.createHTML(html))
})

addEventListener('submit', (event) => {
  event.preventDefault()
  const { submitter } = event as SubmitEvent
  const form = event.target as HTMLFormElement
  const fields = [...new FormData(form, submitter)].filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  )
  // By attribute: a field may be called `action` or `method`.
  const method = form.getAttribute('method')?.toLowerCase() ?? 'get'
  tell({ kind: 'form', method, action: form.getAttribute('action') ?? '', fields })
})
addEventListener('click', (event) => {
  const link = (event.target as Element).closest('a, area')
  if (!link) return
  event.preventDefault()
  const href = link.getAttribute('href')
  if (href !== null) tell({ kind: 'link', href })
})
