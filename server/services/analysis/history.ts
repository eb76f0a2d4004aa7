import { type Change, changeBetween } from '../../../scoring/analysis/change.ts'
import type { Context } from '../../context.ts'
import type { History, Standing } from '../../shapes/analysis.ts'
import type { Evaluation, RegionResult } from '../../shapes/evaluation.ts'
import { evaluationOf, evaluationsFor } from '../evaluations/find.ts'
import { computeResult } from '../results/compute.ts'
import { frozenResult } from '../results/frozen.ts'

/**
 * How a region stood in earlier rounds by the same scheme, and whether it has changed since: by the published result of
 * each, else the newest that was computed; rounds without either are left out.
 * @throws {Problem} `not-found`
 */
export async function historyOf(context: Context, id: string): Promise<History> {
  const evaluation = await evaluationOf(context, id)
  const { regions, computedAt } = await computeResult(context, id, { normalizeShares: false })
  const result = regions[0]?.result ?? null
  const now = standing(evaluation, result, { version: null, published: false, at: computedAt })
  // The newest round first: what follows is earlier.
  const all = await evaluationsFor(context, (region) => region === evaluation.region.code)
  const alike = all.filter(({ scheme }) => scheme === evaluation.scheme)
  const earlier: History['earlier'] = []
  for (const one of alike.slice(alike.findIndex((own) => own.id === id) + 1)) {
    const before = await evaluationOf(context, one.id)
    const version = before.publishedVersion ?? before.resultVersion
    if (version === null) continue
    const frozen = await frozenResult(context.db, one.id, version)
    const then = standing(before, frozen.regions[0]?.result ?? null, {
      version,
      published: before.publishedVersion !== null,
      at: frozen.frozenAt,
    })
    earlier.push({
      ...then,
      totalChange: changeOf([then.total, then.totalSe], [now.total, now.totalSe]),
      surveyChange: changeOf([then.survey, then.surveySe], [now.survey, now.surveySe]),
    })
  }
  return { now, earlier }
}

type Figure = [score: number | null, se: number | null]

const changeOf = ([before, seBefore]: Figure, [now, seNow]: Figure): Change | null =>
  before === null || now === null ? null : changeBetween({ score: before, se: seBefore }, { score: now, se: seNow })

function standing(
  { id, round, roundName }: Evaluation,
  result: RegionResult | null,
  at: Pick<Standing, 'version' | 'published' | 'at'>,
): Standing {
  const uncertainty = result?.uncertainty
  return {
    evaluation: id,
    round,
    roundName,
    ...at,
    total: result?.total ?? null,
    totalSe: uncertainty?.total?.se ?? null,
    survey: uncertainty?.subjective.score ?? (result?.subjective == null ? null : result.subjective / surveyShare),
    surveySe: uncertainty?.subjective.se ?? null,
    objective: result?.objective ?? null,
    deductions: result?.deductions.total ?? null,
  }
}

/** Of the total, by tables 29 and A.20. */
const surveyShare = 0.4
