/** The fields of a request stand in several trees of elements, and Enter reaches the form of its own tree alone. */

import { tell } from '../kit/tell.ts'

/** Has the request sent, for an event of a form or a field within it; nothing else comes of the event. */
export function submitRequest(event: Event): void {
  event.preventDefault()
  tell(event.currentTarget as Element, 'submit-request')
}
