/**
 * Header that marks a request for the server in this browser: the service worker keeps these, and no others,
 * from the network. No server sees it.
 */
export const STAGE_HEADER = 'x-playground-stage'
