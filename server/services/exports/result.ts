import { schemes } from '../../../scoring/standard/schemes.ts'
import type { Language } from '../../../scoring/text.ts'
import { resultCsv } from '../../files/resultCsv.ts'
import type { ResultBackground, ResultBook } from '../../files/results/resultBook.ts'
import { resultXlsx } from '../../files/resultXlsx.ts'
import type { Evaluation, ResultDocument } from '../../shapes/evaluation.ts'

/** What the files of one evaluation's result are made from. */
function bookOf(
  { region }: Evaluation,
  document: ResultDocument,
  background: ResultBackground,
  language: Language,
): ResultBook {
  const { scheme, regions, ...about } = document
  return {
    ...about,
    scheme: schemes[scheme],
    regions: regions.map(({ region: code, ...one }) => ({
      ...{ code, name: region.name[language], background },
      ...one,
    })),
  }
}

const resultFormats = {
  // Excel tells UTF-8 by the byte order mark.
  csv: async (book: ResultBook, _: Language) => resultCsv(book, { bom: true }),
  xlsx: async (book: ResultBook, language: Language) => Buffer.from(await resultXlsx(book, language)),
}

export type ResultFormat = keyof typeof resultFormats

/** A result as a file. */
export const resultFile = (
  format: ResultFormat,
  evaluation: Evaluation,
  document: ResultDocument,
  background: ResultBackground,
  language: Language,
): Promise<string | Buffer> => resultFormats[format](bookOf(evaluation, document, background, language), language)
