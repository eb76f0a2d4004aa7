import { Readable } from 'node:stream'
import type { Store } from '../../store/database.ts'
import type { Published } from '../published.ts'
import type { Exporting } from './progress.ts'
import { responsesText } from './responsesCsv.ts'
import { responsesJson } from './responsesJson.ts'
import { responsesBook } from './responsesXlsx.ts'

export type ResponseFormat = 'csv' | 'xlsx' | 'json'

/** The responses of one snapshot in each format, as a stream that reads no faster than it is read. */
export const writers: Record<
  ResponseFormat,
  (db: Store, survey: Published, exporting: Exporting) => Promise<Readable>
> = {
  csv: async (db, survey, exporting) => Readable.from(responsesText(db, survey, exporting)),
  json: async (db, survey, exporting) => Readable.from(responsesJson(db, survey, exporting)),
  xlsx: responsesBook,
}
