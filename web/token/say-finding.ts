/** A finding as a sentence. */

import { tokenWords } from '../words/token.ts'
import { tokenProblemWords } from '../words/token-problems.ts'
import { seen } from './invisible.ts'
import type { JsonFault } from './read-json.ts'
import type { Finding, ProblemCode, WarningCode } from './read-token.ts'

/** What a problem or a warning is, and where. */
export function sayFinding(finding: Finding, language: 'en' | 'ko'): string {
  const words = tokenProblemWords[language]
  const { code, part, at = 0, count = 0 } = finding
  const about = seen(finding.about ?? '')
  const facts = { part: part ? tokenWords[language].partIn[part] : '', at, about, count }
  if (isJsonFault(code))
    return words.jsonIn(facts.part, sayJsonFault(code, { at, about }, language))
  if (isWarning(code)) return words.warning[code](facts)
  if (code === 'not-an-object')
    return words.problem[code]({ ...facts, about: words.types[about] ?? about })
  return words.problem[code](facts)
}

/** Why a text is no JSON, and at which character, counted from 1. */
export function sayJsonFault(
  code: JsonFault,
  { at, about }: { at: number; about: string },
  language: 'en' | 'ko',
): string {
  const words = tokenProblemWords[language]
  return words.jsonAt(words.json[code]({ part: '', at, about: seen(about), count: 0 }), at)
}

type Code = ProblemCode | WarningCode

const isJsonFault = (code: Code): code is JsonFault =>
  Object.hasOwn(tokenProblemWords.en.json, code)

const isWarning = (code: Code): code is WarningCode =>
  Object.hasOwn(tokenProblemWords.en.warning, code)
