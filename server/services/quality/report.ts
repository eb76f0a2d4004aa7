import { type QualityFlag, qualityFlags } from '../../../scoring/subjective/quality/rules.ts'
import type { FlagCount, QualityReport, ScanReport } from '../../shapes/quality.ts'
import type { Store } from '../../store/database.ts'
import {
  countFlagged,
  countFlaggedExcluded,
  newestQualityScan,
  type QualityScanTable,
  qualityRulesOf,
} from '../../store/quality.ts'
import type { Published } from '../published.ts'
import { countByFlag } from './flags.ts'

/** How many responses each rule has flagged; none where the survey has no rules. */
export async function flagCounts(db: Store, { quality, ...survey }: Published): Promise<FlagCount[]> {
  if (!quality) return []
  const counts = countByFlag(await countFlagged(db, survey))
  return (Object.keys(qualityFlags) as QualityFlag[])
    .filter((flag) => quality.points[flag] > 0)
    .map((flag) => ({
      flag,
      label: qualityFlags[flag],
      points: quality.points[flag],
      responses: counts.get(flag) ?? 0,
    }))
}

/** What the rules of a survey have found so far. */
export async function qualityReport(db: Store, survey: Published): Promise<QualityReport> {
  const excluded = countByFlag(survey.quality ? await countFlaggedExcluded(db, survey) : [])
  const rules = await qualityRulesOf(db, survey)
  const scan = await newestQualityScan(db, survey)
  return {
    flags: (await flagCounts(db, survey)).map((one) => ({ ...one, excluded: excluded.get(one.flag) ?? 0 })),
    threshold: survey.quality?.threshold ?? null,
    rules: rules ? { sha256: rules.content_hash, frozenAt: rules.frozen_at } : null,
    newestScan: scan ? scanReport(scan) : null,
  }
}

/** The scan at closing; null where there was none. */
export async function closingScan(db: Store, survey: Published): Promise<ScanReport | null> {
  const scan = await newestQualityScan(db, survey, { final: true })
  return scan ? scanReport(scan) : null
}

const scanReport = (scan: QualityScanTable): ScanReport => ({
  id: scan.id,
  at: scan.at,
  final: scan.final === 1,
  responses: scan.responses,
  flags: JSON.parse(scan.flags),
  excluded: scan.excluded,
  restored: scan.restored,
  rulesSha256: scan.rules_hash,
  sha256: scan.content_hash,
})
