import { sizeOf } from '../../../scoring/analysis/citySize.ts'
import { type ComparedRegion, comparisonOf } from '../../../scoring/analysis/comparison.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { Text } from '../../../scoring/text.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { ComparedAmong, RegionComparison } from '../../shapes/analysis.ts'
import type { EvaluationSummary, RegionResult, ResultDocument } from '../../shapes/evaluation.ts'
import { listProfiles } from '../../store/regions.ts'
import { evaluationOf, evaluationsFor } from '../evaluations/find.ts'
import { knownProvince } from '../regions/regions.ts'
import { residentsOf } from '../regions/residents.ts'
import { type PresentResult, presentResults } from '../results/present.ts'

/**
 * A region beside the others of its round and scheme that `permitted` lets through, as of now: all of them, or those of
 * its province or its size. Regions whose data have errors are left out.
 * @throws {Problem} `not-found`; `invalid` where its own data have errors, or its province or size is not known
 */
export async function compareRegion(
  context: Context,
  id: string,
  permitted: (region: string) => boolean,
  among: ComparedAmong,
): Promise<RegionComparison> {
  const own = await evaluationOf(context, id)
  const all = (await evaluationsFor(context, permitted)).filter(
    ({ round, scheme }) => round === own.round && scheme === own.scheme,
  )
  const { members, name } = await groupAmong(context, all, id, among)
  const group = membersOf(members, await presentResults(context, members))
  const shown = group.find((one) => one.id === id)
  if (!shown) throw new Problem('invalid', { detail: faulty })
  return {
    ...{ regions: group.length, among, group: name },
    lines: comparisonOf(schemes[own.scheme], shown.result, group),
  }
}

/** A region with its result as of now, to be compared with others. */
export interface ComparedMember extends ComparedRegion {
  id: string
  scheme: EvaluationSummary['scheme']
}

/**
 * A result, frozen or not, beside the other regions of its round and scheme that `permitted` lets through, as of now;
 * those with errors are left out. null where it has errors itself.
 */
export async function comparedOf(
  context: Context,
  { evaluation, document }: { evaluation: EvaluationSummary; document: Pick<ResultDocument, 'regions'> },
  permitted: (region: string) => boolean,
): Promise<Pick<RegionComparison, 'regions' | 'lines'> | null> {
  const result = document.regions[0]?.result
  if (!result) return null
  const { id, round, scheme } = evaluation
  const others = (await evaluationsFor(context, permitted)).filter(
    (one) => one.id !== id && one.round === round && one.scheme === scheme,
  )
  return besideOthers(evaluation, result, membersOf(others, await presentResults(context, others)))
}

export const membersOf = (
  evaluations: readonly EvaluationSummary[],
  results: ReadonlyMap<string, PresentResult>,
): ComparedMember[] =>
  evaluations.flatMap(({ id, scheme, region }) => {
    const result = results.get(id)?.result
    return result ? [{ id, scheme, name: region.name, result }] : []
  })

/** The same beside some that are in hand; itself among them is left out. */
export function besideOthers(
  { id, region, scheme }: EvaluationSummary,
  result: RegionResult,
  members: readonly ComparedMember[],
): Pick<RegionComparison, 'regions' | 'lines'> {
  const others = members.filter((one) => one.scheme === scheme && one.id !== id)
  const all = [{ name: region.name, result }, ...others]
  return { regions: all.length, lines: comparisonOf(schemes[scheme], result, all) }
}

async function groupAmong(
  context: Context,
  all: EvaluationSummary[],
  id: string,
  among: ComparedAmong,
): Promise<{ members: EvaluationSummary[]; name: Text | null }> {
  if (among === 'round') return { members: all, name: null }
  const profiles = new Map((await listProfiles(context.db)).map((profile) => [profile.region_code, profile]))
  const named = new Map<string, Text | null>()
  for (const { id, region, survey } of all) {
    const { province = null, population = null } = profiles.get(region.code) ?? {}
    if (among === 'province') named.set(id, knownProvince(region.code, province))
    else {
      const residents = population ?? (await residentsOf(context, survey))
      named.set(id, residents === null ? null : sizeOf(residents))
    }
  }
  const name = named.get(id) ?? null
  if (name === null) throw new Problem('invalid', { detail: unknown[among] })
  return { members: all.filter((one) => named.get(one.id)?.zh === name.zh), name }
}

const faulty = {
  zh: '本地区的数据有误，先改正再比较。',
  en: 'The data of this region have errors: mend them first, then compare.',
}

const unknown: Record<Exclude<ComparedAmong, 'round'>, Text> = {
  province: {
    zh: '本地区所属省份未知。请在“各地区比较—地区资料”中填写。',
    en: 'The province of this region is not known. Enter it under “All regions – About the regions”.',
  },
  size: {
    zh: '本地区常住人口未知。请在“各地区比较—地区资料”中填写。',
    en: 'The residents of this region are not known. Enter them under “All regions – About the regions”.',
  },
}
