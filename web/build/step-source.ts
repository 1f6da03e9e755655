/** Reads a step app's source for showing it: regions found, colours decided, nothing left to do in the page. */

import { createHighlighterCoreSync, type ThemeRegistration } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import python from 'shiki/langs/python.mjs'
import typescript from 'shiki/langs/typescript.mjs'
import type { Plugin } from 'vite'
import { type SourceLanguage, readRegions } from './read-regions.ts'
import { queryModule } from './query-module.ts'
import { readStep } from './step-variant.ts'
import { isStep, readStepFacts } from './step-facts.ts'
import { linksIn } from './security-blocks.ts'
import type { SourceToken, StepSource, TokenKind } from '../panels/step-source.ts'

/** The scopes of each kind. The longest matching scope decides, as in any TextMate theme. */
const SCOPES: Record<Exclude<TokenKind, 'plain'>, string[]> = {
  keyword: [
    'keyword.control',
    'keyword.operator.expression',
    'keyword.operator.new',
    'keyword.operator.logical.python',
    'storage',
    'constant.language',
    'variable.language',
  ],
  string: ['string', 'punctuation.definition.string', 'constant.character.escape'],
  number: ['constant.numeric'],
  comment: ['comment', 'punctuation.definition.comment'],
  function: ['entity.name.function', 'meta.function-call.generic.python'],
  type: ['entity.name.type', 'entity.other.inherited-class', 'support.type', 'support.class'],
}

/** What looks like one of the kinds by its scope and is not: arrows, and code inside a template string. */
const PLAIN_SCOPES = ['storage.type.function.arrow', 'meta.template.expression']

const COLOURS = Object.keys(SCOPES).map((kind, i) => [kind as TokenKind, `#00000${i + 1}`] as const)

const KINDS = new Map<string, TokenKind>(COLOURS.map(([kind, colour]) => [colour, kind]))

/** A theme whose colours are not to be seen: each stands for one kind. */
const THEME: ThemeRegistration = {
  name: 'kinds',
  fg: '#000000',
  bg: '#ffffff',
  settings: [
    ...COLOURS.map(([kind, foreground]) => ({
      scope: SCOPES[kind as keyof typeof SCOPES],
      settings: { foreground },
    })),
    { scope: PLAIN_SCOPES, settings: { foreground: '#000000' } },
  ],
}

const highlighter = createHighlighterCoreSync({
  themes: [THEME],
  langs: [typescript, python],
  engine: createJavaScriptRegexEngine(),
})

/**
 * Makes `import source from './app.ts?source'` give a {@link StepSource}; that of a file which is no step has no
 * regions, and nothing of it is watched.
 */
export function stepSource(): Plugin {
  return queryModule('?source', (file) => {
    const { text, files } = readStep(file)
    const source = readSource(text)
    const links = linksIn(source.text, file)
    const step = isStep(file) ? { step: readStepFacts(source.text, file) } : {}
    return { value: { ...source, links, ...step } satisfies StepSource, files }
  })
}

/**
 * Reads a source as it is shown: without its region marks, and coloured.
 *
 * @throws Error as {@link readRegions} does.
 */
export function readSource(marked: string, language: SourceLanguage = 'typescript'): StepSource {
  const { text, regions } = readRegions(marked, language)
  return { text, regions, lines: coloured(text.slice(0, -1), language) }
}

function coloured(text: string, lang: SourceLanguage): SourceToken[][] {
  const { tokens } = highlighter.codeToTokens(text, {
    lang,
    theme: 'kinds',
    // Without a limit: half a second is soon over on a busy machine, and the line would stay plain.
    tokenizeTimeLimit: 0,
  })
  return tokens.map((line) => {
    const merged: SourceToken[] = []
    for (const { content, color } of line) {
      const kind = KINDS.get(color?.toLowerCase() ?? '') ?? 'plain'
      const before = merged.at(-1)
      // Blanks have no colour of their own, so they never part two tokens of a kind.
      if (before && (before.kind === kind || content.trim() === '')) before.text += content
      else merged.push({ text: content, kind })
    }
    return merged
  })
}
