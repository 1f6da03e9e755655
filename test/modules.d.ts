/** What `test/support/every-element.ts` makes. */

declare module 'virtual:every-element'
