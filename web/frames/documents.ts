/** The documents of our frames, as text: none has an address that a stranger could frame or open. */

import { trustedPolicy } from '../kit/trusted-types.ts'
import attack from './boot/attack.ts?frame'
import pane from './boot/pane.ts?frame'

const DOCUMENTS = { attack, pane }

export type DocumentName = keyof typeof DOCUMENTS

/** Gives the text of a document by its name. No other markup becomes a frame. */
export const documents = trustedPolicy('frame', {
  createHTML: (name) => DOCUMENTS[name as DocumentName],
})
