import { Worker } from 'node:worker_threads'
import type { Comparable, RankedGroup } from '../../../scoring/sampling/ranks/rankAlike.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { ResultOptions } from '../../shapes/evaluation.ts'
import type { RankDifferences, RankedScore, RankRow, RoundRanks } from '../../shapes/ranks.ts'
import { threadProgram } from '../threads.ts'
import { type Candidate, candidatesOf, reasons } from './candidates.ts'

/** Which regions of a round may be ranked by what. */
export interface Wanted {
  round: string
  of: RankedScore
  permitted: (region: string) => boolean
}

const [level, seed] = [0.95, 33356]

/**
 * The regions of a round ranked among their like, with confidence sets for their ranks.
 * @throws {Problem} `not-found`
 */
export async function ranksOf(context: Context, wanted: Wanted): Promise<RoundRanks> {
  const { round, of } = wanted
  const candidates = await candidatesOf(context, round, wanted.permitted)
  const groups = await rankedOf(context, wanted, candidates)
  const byCode = new Map(candidates.map((candidate) => [candidate.region.code, candidate]))
  return {
    ...{ round, of, level, seed },
    groups: groups
      .map(({ scheme, options, rule, ranks }) => ({
        scheme: scheme === 'county' ? ('county' as const) : ('city' as const),
        options: { normalizeShares: options.normalizeShares === true } satisfies ResultOptions,
        rule: rule ?? '',
        rows: ranks
          .map((sets): RankRow => {
            const { region, evaluation, version, ...candidate } = found(byCode.get(sets.code))
            const { code, ...own } = sets
            return { region, evaluation, version, ...scoreIn(candidate, of), ...own }
          })
          .sort((a, b) => a.rank - b.rank || (a.region.code < b.region.code ? -1 : 1)),
      }))
      .sort((a, b) => b.rows.length - a.rows.length),
    notRanked: candidates.flatMap(({ region, evaluation, scores }) => {
      const reason = scores[of]
      return typeof reason === 'string' ? [{ region, evaluation, reason, text: reasons[reason] }] : []
    }),
  }
}

/**
 * The differences between one region and each of its like.
 * @throws {Problem} `not-found` also where the region is not ranked
 */
export async function differencesOf(context: Context, wanted: Wanted, region: string): Promise<RankDifferences> {
  const candidates = await candidatesOf(context, wanted.round, wanted.permitted)
  const groups = await rankedOf(context, wanted, candidates)
  const group = groups.find(({ ranks }) => ranks.some(({ code }) => code === region))
  if (!group) throw new Problem('not-found')
  return {
    ...{ region, of: wanted.of },
    differences: group.differences
      .filter(({ a, b }) => a === region || b === region)
      .map((pair) => (pair.a === region ? pair : { ...pair, a: pair.b, b: pair.a, difference: -pair.difference })),
  }
}

interface Kept {
  mark: string
  groups: Promise<RankedGroup[]>
}

const kept = new WeakMap<Context['changes'], Map<string, Kept>>()
const mostKept = 20

/** Worked out once for every set of results, in a thread of its own. */
function rankedOf(context: Context, { round, of }: Wanted, candidates: Candidate[]): Promise<RankedGroup[]> {
  const known = kept.get(context.changes) ?? new Map<string, Kept>()
  kept.set(context.changes, known)
  const regions = candidates.flatMap((candidate): Comparable[] => {
    const score = candidate.scores[of]
    if (typeof score === 'string') return []
    const { scheme, options, rule } = candidate
    return [{ code: candidate.region.code, ...score, scheme, options: { ...options }, rule }]
  })
  const name = `${round} ${of} ${candidates.map(({ evaluation }) => evaluation).join()}`
  const mark = JSON.stringify([candidates.map(({ version }) => version), regions])
  const before = known.get(name)
  if (before?.mark === mark) return before.groups
  const groups = rankedAside(regions)
  known.delete(name)
  known.set(name, { mark, groups })
  const [oldest] = known.keys()
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest)
  // A failure is told to whoever asked, and not kept.
  groups.catch(() => known.delete(name))
  return groups
}

/** What the thread that ranks is told. */
export interface RankOrder {
  regions: Comparable[]
  how: { level: number; seed: number }
}

function rankedAside(regions: Comparable[]): Promise<RankedGroup[]> {
  const order: RankOrder = { regions, how: { level, seed } }
  const worker = new Worker(threadProgram('ranks'), { workerData: order })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the thread that ranks ended with ${code}`)))
  })
}

const scoreIn = ({ scores }: Pick<Candidate, 'scores'>, of: RankedScore): { score: number; se: number } => {
  const score = scores[of]
  if (typeof score === 'string') throw new Error('what has no score was ranked')
  return score
}

function found<T>(candidate: T | undefined): T {
  if (candidate === undefined) throw new Error('a region was ranked that was not given')
  return candidate
}
