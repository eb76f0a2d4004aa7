import { entriesOfRows } from '../../../scoring/objective/entry.ts'
import { type Trace, traceOf } from '../../../scoring/objective/trace.ts'
import { scoreRegion } from '../../../scoring/result/total.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { Language } from '../../../scoring/text.ts'
import { reportDocx } from '../../files/reportDocx.ts'
import { resultCsv } from '../../files/resultCsv.ts'
import type { ResultBackground, ResultBook } from '../../files/results/resultBook.ts'
import { resultXlsx } from '../../files/resultXlsx.ts'
import { Problem } from '../../http/problem.ts'
import type { RegionComparison } from '../../shapes/analysis.ts'
import type { Evaluation, FrozenResult, ResultDocument } from '../../shapes/evaluation.ts'

/** What a file of a result is made from. */
export interface ResultSource {
  evaluation: Evaluation
  document: ResultDocument | FrozenResult
  background: ResultBackground
  /** Beside the others of its round and scheme, as of now; null: nothing to be shown of them. */
  compared: Pick<RegionComparison, 'regions' | 'lines'> | null
}

function bookOf({ evaluation: { region }, document, background }: ResultSource, language: Language): ResultBook {
  const { scheme, standard, options, madeUp, computedAt, regions } = document
  return {
    ...{ standard, options, madeUp, computedAt },
    scheme: schemes[scheme],
    regions: regions.map(({ region: code, ...one }) => ({
      ...{ code, name: region.name[language], background },
      ...one,
    })),
  }
}

const formats = {
  // Excel tells UTF-8 by the byte order mark.
  csv: async (source: ResultSource, language: Language) => resultCsv(bookOf(source, language), { bom: true }),
  xlsx: async (source: ResultSource, language: Language) =>
    Buffer.from(await resultXlsx(bookOf(source, language), language)),
  docx: report,
}

export type ResultFormat = keyof typeof formats

/** A result as a file. @throws {Problem} `not-publishable` where a report is asked of data with errors */
export const resultFile: MakeFile = (format, source, language) => formats[format](source, language)

export type MakeFile = (format: ResultFormat, source: ResultSource, language: Language) => Promise<string | Buffer>

async function report(source: ResultSource, language: Language): Promise<Buffer> {
  const { evaluation, document, compared } = source
  if (document.regions.some(({ result }) => result === null)) throw new Problem('not-publishable', { detail: faulty })
  return reportDocx(
    {
      book: bookOf(source, language),
      round: evaluation.roundName[language],
      ...{ traces: tracesOf(source), compared },
      frozen: 'version' in document ? { version: document.version, contentHash: document.contentHash } : null,
    },
    language,
  )
}

const faulty = {
  zh: '数据有误，先改正再出报告。',
  en: 'The data have errors: mend them first, then ask for the report.',
}

/** How each item that was scored from facts came about. */
function tracesOf({ document, background }: ResultSource): Trace[] {
  const facts = entriesOfRows(background.facts)
  const { steps } = scoreRegion(schemes[document.scheme], { facts }, document.options)
  return Object.values(steps).map(traceOf)
}
