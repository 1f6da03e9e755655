/** The security blocks that a learner may have as files of their own. */

/** The host around every server is made with these too, and knows what they make by who made it. */
const HOST_BLOCKS = [
  'security/codes.ts',
  'security/depends.ts',
  'security/openapi-part.ts',
  'security/openapi.ts',
  'security/refusal.ts',
  'security/trace.ts',
] as const

/** A block that stays ours, by its file. */
export type HostBlock = (typeof HOST_BLOCKS)[number]

/** Whether a block stays ours, whatever the learner writes. */
export const isHostBlock = (file: string): boolean =>
  (HOST_BLOCKS as readonly string[]).includes(file)

/** Whether a file, such as `security/bearer.ts`, is a block that can be the learner's. */
export const mayBeOwn = (file: string): boolean =>
  file.startsWith('security/') && !isHostBlock(file)
