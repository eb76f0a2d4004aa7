import type { Options } from 'csv-stringify'
import { stringify } from 'csv-stringify/sync'
import { guarded } from './formulaGuard.ts'

/** A number stays a number, whatever it begins with; text is kept from being read as a formula. */
export type CsvValue = string | number | boolean | null

export interface CsvOptions {
  /** A byte order mark, by which Excel tells UTF-8 from the encoding of the country. */
  bom?: boolean
}

const options = ({ bom = false }: CsvOptions): Options => ({
  bom,
  cast: {
    string: (text) => guarded(text),
    number: (number) => String(number),
    boolean: (flag) => (flag ? 'true' : 'false'),
  },
})

/** A whole CSV at once: comma, line feed; the header is the first row. */
export const csvText = (rows: CsvValue[][], how: CsvOptions = {}): string => stringify(rows, options(how))
