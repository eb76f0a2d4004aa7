import { setImmediate } from 'node:timers/promises'
import { provinceOf } from '../../../scoring/standard/provinces.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { ResultDocument } from '../../shapes/evaluation.ts'
import type { RegionOfRound, RoundResults } from '../../shapes/roundResults.ts'
import { listEvaluations } from '../../store/evaluations.ts'
import { newestResultVersion } from '../../store/results.ts'
import { roundRows } from '../../store/rounds.ts'
import { findRound } from '../../store/setup.ts'
import { findPublished } from '../published.ts'
import { computeResult } from '../results/compute.ts'
import { frozenResult } from '../results/frozen.ts'

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
  const regions: RegionOfRound[] = []
  for (const row of own) {
    const version = (await newestResultVersion(db, row.id)) || null
    const document =
      version === null
        ? await computeResult(context, row.id, { normalizeShares: false })
        : await frozenResult(db, row.id, version)
    regions.push({
      evaluation: row.id,
      region: { code: row.regionCode, name: JSON.parse(row.regionName) },
      ...{ scheme: row.scheme, state: row.state, version },
      rank: ranks.get(row.regionCode) ?? '',
      province: provinceOf(row.regionCode),
      population: await populationOf(context, row.survey),
      result: shown(document),
    })
    // Who asks for something else meanwhile is answered.
    await setImmediate()
  }
  return { id, name: JSON.parse(round.name), madeUp: round.made_up === 1, regions }
}

function shown({ regions: [region] }: ResultDocument): RegionOfRound['result'] {
  if (!region?.result) return null
  const { indicators, dimensions, deductions, objective, subjective, total, complete, bounds, uncertainty } =
    region.result
  return {
    ...{ indicators, dimensions, objective, subjective, total, complete, bounds },
    deductions: deductions.total,
    ...(uncertainty && { uncertainty }),
  }
}

/** Residents by the margin that the score is calibrated to. */
async function populationOf(context: Context, survey: string | null): Promise<number | null> {
  const published = survey === null ? undefined : await findPublished(context, survey)
  const [margin] = published?.design.margins ?? []
  return margin ? margin.counts.reduce((sum, { count }) => sum + count, 0) : null
}
