/** How tabs of one place hear that everything is forgotten. */

export const RESET = 'reset'

/** @param base URL of the playground, with a slash at its end: copies on one origin are kept apart. */
export const resetChannel = (base: string): BroadcastChannel =>
  new BroadcastChannel(`bearer-playground:${new URL(base).pathname}`)
