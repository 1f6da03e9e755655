/** The script that is kept in this browser. */

import { BASE_PATH } from '../kit/base-url.ts'
import { KeptScript } from '../state/script.ts'

export const thisScript = new KeptScript({ path: BASE_PATH, storage: () => localStorage })
