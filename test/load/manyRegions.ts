import { schemes } from '../../scoring/standard/schemes.ts'
import { factsCsv } from '../../server/files/factsCsv.ts'
import { readRegions } from '../../server/files/regions.ts'
import { scoreRegions } from '../../server/files/scoreRegions.ts'
import { madeUpFacts } from '../scoring/objective/madeUpFacts.ts'

export interface ManyRegions {
  regions: number
  /** Facts in the file. */
  facts: number
  complete: number
  /** Milliseconds. */
  reading: number
  computing: number
}

/** Scores made-up regions from one CSV file: every item of the city scheme from its facts. */
export async function scoreManyRegions(regions: number): Promise<ManyRegions> {
  const scheme = schemes.city
  const rows = Array.from({ length: regions }, (_, seed) =>
    madeUpFacts(scheme, seed).map((row) => ({ ...row, region: `R${seed}` })),
  ).flat()
  const file = Buffer.from(factsCsv(rows))
  const began = performance.now()
  const read = await readRegions({ facts: file }, scheme)
  const readAt = performance.now()
  const book = scoreRegions(scheme, read.regions, { normalizeShares: false }, new Date(0))
  return {
    regions: book.regions.length,
    facts: rows.length,
    // All but the survey.
    complete: book.regions.filter(({ result }) => result?.objective !== null && result?.deductions.total !== null)
      .length,
    reading: readAt - began,
    computing: performance.now() - readAt,
  }
}
