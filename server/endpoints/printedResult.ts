import type { PrintedResult } from '../../client/printed/printedResult.ts'
import type { Language } from '../../scoring/text.ts'
import type { ResultSource } from '../services/exports/result.ts'

/** What the page to be printed and the brief are drawn from. */
export function printedOf(
  { evaluation, document, background: { departments, fieldwork }, compared }: ResultSource,
  language: Language,
): PrintedResult {
  return { evaluation, document, departments, fieldwork, language, compared }
}
