/** What stands before the runtime of a learner's own copy where the browser keeps Web Crypto off. */

import { installHttpCrypto } from '../http-crypto.ts'

installHttpCrypto(crypto)
