import { entriesOfRows } from '../../scoring/objective/entry.ts'
import { groupBy } from '../../scoring/objective/groupBy.ts'
import type { RegionData } from '../../scoring/result/checkRegion.ts'
import type { Scheme } from '../../scoring/standard/scheme.ts'
import { type FactRow, readFacts } from './facts.ts'
import type { Place } from './located.ts'
import { otherRank, otherScheme } from './otherScheme.ts'
import { type FileNote, type FileProblem, fileProblem } from './problem.ts'
import { readScores, type ScoreRow } from './scores.ts'
import { readSurveys, type SurveyRow } from './surveys.ts'
import { readTable } from './table.ts'

/** What is known of one region, from up to three files, and where it stands in them. */
export interface RegionFile {
  region: string
  data: RegionData
  places: Place[]
}

type Problem = FileProblem & { source: RegionSource }

export type RegionSource = 'facts' | 'scores' | 'survey'

/**
 * Reads facts, imported scores and survey scores of one or many regions: all problems of form of all files,
 * the regions in the order in which they first appear. Without a region column there is one region, ''.
 */
export async function readRegions(
  files: Partial<Record<RegionSource, Uint8Array>>,
  scheme: Scheme,
): Promise<{ regions: RegionFile[]; problems: Problem[]; notes: FileNote[] }> {
  const facts = files.facts ? readFacts(await readTable(files.facts), scheme) : nothing
  const scores = files.scores ? readScores(await readTable(files.scores), scheme) : nothing
  const survey = files.survey ? readSurveys(await readTable(files.survey)) : nothing
  const sources: [RegionSource, typeof facts | typeof scores | typeof survey][] = [
    ['facts', facts],
    ['scores', scores],
    ['survey', survey],
  ]
  const names = [...facts.rows, ...scores.rows, ...survey.rows].map(({ region }) => region)
  const regions = [...new Set(names.length > 0 ? names : [''])]
  const factsOf = groupBy<FactRow>(facts.rows, regionOf)
  const scoresOf = groupBy<ScoreRow>(scores.rows, regionOf)
  const surveyOf = groupBy<SurveyRow>(survey.rows, regionOf)
  const wrongScheme = otherScheme(scheme, facts.rows)
  return {
    regions: regions.map((region) =>
      regionFile(scheme, region, factsOf.get(region) ?? [], scoresOf.get(region) ?? [], surveyOf.get(region) ?? []),
    ),
    problems: [
      ...sources.flatMap(([source, { problems }]) => problems.map((problem) => ({ ...problem, source }))),
      ...mixed(sources),
    ],
    notes: [
      ...[facts, scores, survey].flatMap(({ notes }) => notes),
      ...(wrongScheme ? [wrongScheme] : []),
      ...regions.flatMap((code) => otherRank(scheme, { code }) ?? []),
    ],
  }
}

const regionOf = ({ region }: { region: string }): string => region

const nothing = { rows: [], problems: [], notes: [] }

/** Files that name regions and files that don't can't be put together. */
function mixed(sources: [RegionSource, { rows: { region: string }[] }][]): Problem[] {
  const filled = sources.filter(([, { rows }]) => rows.length > 0)
  const nameless = filled.filter(([, { rows }]) => rows.every(({ region }) => region === ''))
  if (nameless.length === filled.length) return []
  return nameless.map(([source]) => ({ ...fileProblem('no-region-column', {}), source }))
}

function regionFile(
  scheme: Scheme,
  region: string,
  facts: FactRow[],
  scores: ScoreRow[],
  survey: SurveyRow[],
): RegionFile {
  const indicators = scheme.dimensions.flatMap((dimension) => dimension.indicators)
  const surveyId = indicators.find((indicator) => indicator.survey)?.id ?? ''
  return {
    region,
    data: { facts: entriesOfRows(facts), scores, survey },
    places: [
      ...facts.map(({ indicator, input, row, address, kind }) => ({ item: indicator, key: input, row, address, kind })),
      ...scores.map(({ indicator, row, address, kind }) => ({ item: indicator, key: null, row, address, kind })),
      ...survey.map(({ row, address, cellKind }) => ({ item: surveyId, key: null, row, address, kind: cellKind })),
    ],
  }
}
