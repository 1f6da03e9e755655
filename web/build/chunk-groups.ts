/** Which modules of the page come as one file: many small ones are a request each, with a head each, and compress badly. */

interface ChunkGroup {
  name: string
  test: RegExp
}

/** Modules of a room, by their names. */
const of = (room: string, names: string): string[] =>
  names.split(' ').map((name) => `${room}/${name}`)

/**
 * Each group is of modules that one moment needs, and of what they import that is in no group above. What no
 * first lesson needs stays by itself: a module that is put into a group is loaded with all of it.
 */
export const GROUPED: Record<string, string[]> = {
  // The docs pages of the step apps load it too, so it is small.
  wire: [
    ...of('stage', 'wire in-time docs-message stage-failure trace-header lab-headers clock follow'),
    ...of('kit', 'base-url reset-channel utc-time'),
    'exchange/headers',
  ],
  // Whatever the page cannot begin without, and what each lesson would bring by itself.
  first: [
    ...of('app', 'playground-app unframed'),
    'kit/trusted-types',
    '(?:checks|requests)',
    ...of('words', 'codes rfc'),
    // The offline copy has it too, and no answer waits for that.
    'stage/service-worker',
  ],
  // With the text of a lesson.
  prose: [
    ...of('lesson', 'flow figure-styles term glossary-entries notes'),
    ...of('words', 'flow glossary'),
    'glossary/terms',
  ],
  // From Send to the answer, in every mode.
  exchange: [
    ...of('exchange', 'exchange raw-message header-marks is-withheld pair-styles answer'),
    ...of('exchange', 'messages gates gates-styles sequence-diagram sequence-diagram-styles'),
    ...of('exchange', 'long-text lay-out-body reason-phrases header-anatomy'),
    ...of('kit', 'masking secret breakable card-styles'),
    ...of('words', 'answer anatomy'),
    ...of('token', 'token-link token-of'),
    'security/media-type',
    ...of('stage', 'send stopped'),
    ...of('state', 'draft-problem effort'),
    'app/announcement-text',
  ],
  // Once somebody writes a request.
  writing: ['request/suggesting', ...of('state', 'at-hand suggestions request-history')],
  // Beside the text.
  beside: [
    'panels/code/[^/]+',
    'app/column-controls',
    ...of('kit', 'splitter copy-text'),
    'lesson/load-twin',
    ...of('words', 'code columns'),
  ],
  offline: ['offline/[^/]+', 'words/offline'],
}

/** Modules of the tools that we build with. */
const TOOLS: Record<string, string[]> = { wire: ['vite/preload-helper'] }

/** What fits the modules with such a path, in whichever of our folders. */
export const modulesAt = (path: string): RegExp =>
  new RegExp(`/(?:web|lessons|server)/${path}\\.ts$`)

export const chunkGroups: ChunkGroup[] = Object.entries(GROUPED).map(([name, paths]) => ({
  name,
  test: new RegExp(
    [...paths.map((path) => modulesAt(path).source), ...(TOOLS[name] ?? [])].join('|'),
  ),
}))
