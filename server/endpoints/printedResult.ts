import type { PrintedResult } from '../../client/printed/printedResult.ts'
import type { Language } from '../../scoring/text.ts'
import { besideOthers, type ComparedMember } from '../services/analysis/compare.ts'
import type { ResultSource } from '../services/exports/result.ts'

/** What the page to be printed and the brief are drawn from; `others` are those it is compared with. */
export function printedOf(
  { evaluation, document, background: { departments, fieldwork } }: ResultSource,
  language: Language,
  others: readonly ComparedMember[] = [],
): PrintedResult {
  const result = document.regions[0]?.result
  const compared = result ? besideOthers(evaluation, result, others) : null
  return { evaluation, document, departments, fieldwork, language, compared }
}
