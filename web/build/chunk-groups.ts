/** Which modules of the page come as one file: many small ones are a request each, with a head each, and compress badly. */

interface ChunkGroup {
  name: string
  test: RegExp
}

/** Our modules with these paths, below whichever folder. */
const ours = (...paths: string[]) => `/(?:web|lessons|server)/(?:${paths.join('|')})\\.ts$`

const group = (name: string, ...sources: string[]): ChunkGroup => ({
  name,
  test: new RegExp(sources.join('|')),
})

/**
 * Each group is of modules that one moment needs, and of what they import that is in no group above. What no
 * first lesson needs stays by itself: a module that is put into a group is loaded with all of it.
 */
export const chunkGroups: ChunkGroup[] = [
  // The docs pages of the step apps load it too, so it is small.
  group(
    'wire',
    'vite/preload-helper',
    ours(
      'stage/(?:wire|in-time|docs-message|stage-failure|trace-header|lab-headers|clock|follow)',
      'kit/(?:base-url|reset-channel)',
      'exchange/headers',
    ),
  ),
  // Whatever the page cannot begin without, and what each lesson would bring by itself.
  group(
    'first',
    ours(
      'app/(?:playground-app|unframed)',
      'kit/trusted-types',
      '(?:checks|requests)',
      'words/(?:codes|rfc)',
    ),
  ),
  // With the text of a lesson.
  group(
    'prose',
    ours(
      'lesson/(?:flow|figure-styles|term|glossary-entries|notes)',
      'words/(?:flow|glossary)',
      'glossary/terms',
    ),
  ),
  // From Send to the answer, in every mode.
  group(
    'exchange',
    ours(
      'exchange/(?:exchange|raw-message|header-marks|is-withheld|pair-styles|answer|messages|gates|gates-styles)',
      'exchange/(?:sequence-diagram|sequence-diagram-styles|long-text|lay-out-body|reason-phrases|header-anatomy)',
      'kit/(?:masking|secret|breakable|card-styles)',
      'words/(?:answer|anatomy)',
      'token/(?:token-link|token-of)',
      'security/media-type',
      'stage/(?:send|stopped)',
      'state/(?:draft-problem|effort)',
      'app/announcement-text',
    ),
  ),
  // Once somebody writes a request.
  group('writing', ours('request/suggesting', 'state/(?:at-hand|suggestions|request-history)')),
  // Beside the text.
  group(
    'beside',
    ours(
      'panels/code/[^/]+',
      'app/column-controls',
      'kit/(?:splitter|copy-text)',
      'lesson/load-twin',
      'words/(?:code|columns)',
    ),
  ),
  group('offline', ours('offline/[^/]+', 'words/offline', 'stage/service-worker')),
]
