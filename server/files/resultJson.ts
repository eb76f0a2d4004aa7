import type { Language } from '../../scoring/text.ts'
import type { ResultBook } from './results/resultBook.ts'

/** A result as CONTRACT section 5 has it, unrounded; messages in one language. */
export function resultJson({ scheme, standard, options, regions }: ResultBook, language: Language): string {
  const document = {
    scheme: scheme.id,
    standard,
    options,
    regions: regions.map(({ code, errors, result, sources }) => ({
      region: code,
      errors: errors.map(({ item, key, reason, row, message }) => ({
        item,
        key,
        reason,
        row,
        message: message[language],
      })),
      result,
      sources,
    })),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}
