import { type Options, scoreRegion } from '../../scoring/result/total.ts'
import { type Scheme, standard } from '../../scoring/standard/scheme.ts'
import { located } from './located.ts'
import type { RegionFile } from './regions.ts'
import type { ResultBook } from './results/resultBook.ts'

/** Scores the regions of files one by one: a region with errors has no result, the others have theirs. */
export const scoreRegions = (scheme: Scheme, regions: RegionFile[], options: Options, now: Date): ResultBook => ({
  scheme,
  standard,
  options,
  madeUp: false,
  computedAt: now.toISOString(),
  regions: regions.map(({ region, data, places }) => {
    const { result, errors, sources } = scoreRegion(scheme, data, options)
    return { code: region, name: '', errors: located(errors, places), result, sources, survey: null }
  }),
})
