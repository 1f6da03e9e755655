/** Where this copy of the playground is: its page may be opened by its name or by its folder's. */

const root = new URL('.', location.href)

/** URL of the playground, with a slash at its end. */
export const BASE = root.href

/** Its path, with a slash at both ends: copies on one origin are kept apart by it. */
export const BASE_PATH = root.pathname
