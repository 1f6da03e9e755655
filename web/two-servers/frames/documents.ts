/** The documents of our frames, as text: none has an address that a stranger could frame or open. */

import { trustedPolicy } from '../../kit/trusted-types.ts'
// eslint-disable-next-line import/default -- a plugin of the build gives it one
import attack from './boot/attack.ts?frame'
// eslint-disable-next-line import/default -- a plugin of the build gives it one
import pane from './boot/pane.ts?frame'
// eslint-disable-next-line import/default -- a plugin of the build gives it one
import own from '../../stage/own/boot/own.ts?frame'

const DOCUMENTS = { attack, own, pane }

export type DocumentName = keyof typeof DOCUMENTS

/** Gives the text of a document by its name. No other markup becomes a frame. */
export const documents = trustedPolicy('frame', {
  createHTML: (name) => DOCUMENTS[name as DocumentName],
})
