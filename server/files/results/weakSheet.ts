import { weakPointsOf } from '../../../scoring/analysis/weakPoints.ts'
import type { Language } from '../../../scoring/text.ts'
import { columns } from './listSheets.ts'
import type { ResultBook } from './resultBook.ts'
import type { Sheet } from './scoreSheets.ts'

/** Where points of the total may still be won, the most first, with the department that answers for it. */
export function weakSheet({ scheme, regions }: ResultBook, language: Language): Sheet {
  const rows = regions.flatMap(({ code, name, result, survey, background }) =>
    result === null || !background
      ? []
      : weakPointsOf(scheme, result, survey).map((point) => [
          name || code,
          point.id,
          point.name[language],
          background.departments[point.id] ?? null,
          point.score,
          point.best,
          point.recoverable,
        ]),
  )
  return {
    columns: columns(
      language,
      ['region', 20],
      ['code', 11],
      ['name', 36],
      ['department', 26],
      ['score', 10],
      ['maximum', 10],
      ['recoverable', 14],
    ),
    rows,
  }
}
