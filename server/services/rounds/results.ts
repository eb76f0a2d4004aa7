import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { RegionResult } from '../../shapes/evaluation.ts'
import type { RegionOfRound, RoundResults } from '../../shapes/roundResults.ts'
import { listEvaluations } from '../../store/evaluations.ts'
import { listProfiles } from '../../store/regions.ts'
import { roundRows } from '../../store/rounds.ts'
import { findRound } from '../../store/setup.ts'
import { knownProvince } from '../regions/regions.ts'
import { residentsOf } from '../regions/residents.ts'
import { newestResults } from '../results/newest.ts'

/**
 * The results of all regions of a round that may be seen: the newest frozen ones, as of now where nothing is frozen yet.
 * @throws {Problem} `not-found`
 */
export async function roundResults(
  context: Context,
  id: string,
  permitted: (region: string) => boolean,
): Promise<RoundResults> {
  const { db } = context
  const round = await findRound(db, id)
  const own = (await listEvaluations(db)).filter((row) => row.round === id && permitted(row.regionCode))
  if (!round || own.length === 0) throw new Problem('not-found')
  const ranks = new Map((await roundRows(db, id)).map(({ code, rank }) => [code, rank]))
  const profiles = new Map((await listProfiles(db)).map((profile) => [profile.region_code, profile]))
  const results = await newestResults(context, own)
  const regions: RegionOfRound[] = []
  for (const row of own) {
    const { version = null, result = null } = results.get(row.id) ?? {}
    const { province = null, population = null } = profiles.get(row.regionCode) ?? {}
    regions.push({
      evaluation: row.id,
      region: { code: row.regionCode, name: JSON.parse(row.regionName) },
      ...{ scheme: row.scheme, state: row.state, version },
      rank: ranks.get(row.regionCode) ?? '',
      province: knownProvince(row.regionCode, province),
      population: population ?? (await residentsOf(context, row.survey)),
      entered: { province, population },
      result: result && shown(result),
    })
  }
  return { id, name: JSON.parse(round.name), madeUp: round.made_up === 1, regions }
}

function shown(result: RegionResult): NonNullable<RegionOfRound['result']> {
  const { indicators, dimensions, deductions, objective, subjective, total, complete, bounds, uncertainty } = result
  return {
    ...{ indicators, dimensions, objective, subjective, total, complete, bounds },
    deductions: deductions.total,
    ...(uncertainty && { uncertainty }),
  }
}
