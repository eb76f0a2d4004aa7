import { comparisonOf } from '../../../scoring/analysis/comparison.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { RegionComparison } from '../../shapes/analysis.ts'
import { evaluationOf, evaluationsFor } from '../evaluations/find.ts'
import { computeResult } from '../results/compute.ts'

/**
 * A region beside the others of its round and scheme that `permitted` lets through, as of now. Regions whose data have
 * errors are left out.
 * @throws {Problem} `not-found`; `invalid` where its own data have errors
 */
export async function compareRegion(
  context: Context,
  id: string,
  permitted: (region: string) => boolean,
): Promise<RegionComparison> {
  const { round, scheme } = await evaluationOf(context, id)
  const group = (await evaluationsFor(context, permitted)).filter((one) => one.round === round && one.scheme === scheme)
  const results = []
  for (const { id, region } of group) {
    const { regions } = await computeResult(context, id, { normalizeShares: false })
    const result = regions[0]?.result
    if (result) results.push({ id, name: region.name, result })
  }
  const own = results.find((one) => one.id === id)
  if (!own) throw new Problem('invalid', { detail: faulty })
  return { regions: results.length, lines: comparisonOf(schemes[scheme], own.result, results) }
}

const faulty = {
  zh: '本地区的数据有误，先改正再比较。',
  en: 'The data of this region have errors: mend them first, then compare.',
}
