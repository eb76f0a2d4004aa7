import { isDeepStrictEqual } from 'node:util'
import type { RegionData } from '../../../scoring/result/checkRegion.ts'
import { scoreRegion } from '../../../scoring/result/total.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { SubjectiveScore } from '../../../scoring/subjective/score.ts'
import type { Text } from '../../../scoring/text.ts'
import { filesOf } from '../../files/package/read.ts'
import type { PackageFiles } from '../../files/package/write.ts'
import { readRegions } from '../../files/regions.ts'
import type { ResultDocument } from '../../shapes/evaluation.ts'
import { differences } from './differences.ts'
import { hashed, Manifest, manifestName } from './manifest.ts'
import type { PublicScore } from './publicFiles.ts'
import { type PackagedSurvey, packagedScore, responsesIn } from './survey.ts'

export interface Verification {
  /** null where the package does not even say what it is. */
  manifest: Manifest | null
  /** Files whose hashes were compared. */
  files: number
  /** Numbers that were computed anew and agree. */
  numbers: number
  problems: Text[]
}

/**
 * Recomputes a result from its own package and compares every number.
 * @throws {NoPackage} it cannot be read, or is not safe to read
 */
export async function verifyPackage(bytes: Buffer): Promise<Verification> {
  const files = await filesOf(bytes)
  const manifest = manifestIn(files)
  if (!manifest) return { manifest, files: 0, numbers: 0, problems: [noManifest] }
  const changed = changedFiles(manifest, files)
  const base = { manifest, files: Object.keys(manifest.files).length }
  // What was changed is not worth computing with.
  if (changed.length > 0) return { ...base, numbers: 0, problems: changed }
  return { ...base, ...(await recomputed(manifest, files)) }
}

const noManifest: Text = {
  zh: `${manifestName} 缺失或已损坏`,
  en: `${manifestName} is missing or damaged`,
}

function manifestIn(files: PackageFiles): Manifest | null {
  try {
    return Manifest.parse(JSON.parse(files.get(manifestName)?.toString('utf8') ?? ''))
  } catch {
    return null
  }
}

function changedFiles({ files: listed }: Manifest, files: PackageFiles): Text[] {
  const names = new Set([...Object.keys(listed), ...files.keys()])
  names.delete(manifestName)
  return [...names].flatMap((name): Text[] => {
    const bytes = files.get(name)
    if (!bytes) return [{ zh: `缺少 ${name}`, en: `${name} is missing` }]
    if (!Object.hasOwn(listed, name)) return [{ zh: `多出 ${name}`, en: `${name} does not belong to the package` }]
    return isDeepStrictEqual(hashed(bytes), listed[name])
      ? []
      : [{ zh: `${name} 与清单中的哈希不符，已被改动`, en: `${name} was changed: it is not what its hash says` }]
  })
}

async function recomputed(
  manifest: Manifest,
  files: PackageFiles,
): Promise<Pick<Verification, 'numbers' | 'problems'>> {
  const document: ResultDocument = JSON.parse(files.get('result.json')?.toString('utf8') ?? '')
  const [region] = document.regions
  const survey = surveyOf(files)
  const official = manifest.kind === 'full' ? survey?.score : region?.survey
  const data = await dataOf(manifest, files, official ?? null)
  const { result, errors, sources } = scoreRegion(schemes[manifest.evaluation.scheme], data, document.options)
  const compared = [
    differences('result', region?.result, result),
    differences('errors', region?.errors.length, errors.length),
    differences('sources', region?.sources, sources),
    ...(manifest.kind === 'full' ? [differences('survey', region?.survey, survey?.score ?? null)] : []),
    ...(manifest.kind === 'public' && survey ? [publicDifferences(files, survey.score)] : []),
  ]
  return {
    numbers: compared.reduce((sum, { agree }) => sum + agree, 0),
    problems: compared.flatMap(({ differ }) => differ),
  }
}

function surveyOf(files: PackageFiles): { score: SubjectiveScore } | null {
  const about = files.get('survey/survey.json')
  const responses = files.get('survey/responses.csv')
  if (!about || !responses) return null
  const survey: PackagedSurvey = JSON.parse(about.toString('utf8'))
  return { score: packagedScore(responsesIn(responses.toString('utf8'), survey), survey) }
}

function publicDifferences(files: PackageFiles, { score, se, respondents }: SubjectiveScore) {
  const beside: PublicScore = JSON.parse(files.get('survey/public-score.json')?.toString('utf8') ?? '')
  return differences(
    'public-score',
    { score: beside.score, se: beside.se, respondents: beside.respondents },
    { score, se, respondents },
  )
}

async function dataOf(
  { evaluation }: Manifest,
  files: PackageFiles,
  estimate: SubjectiveScore | null,
): Promise<RegionData> {
  const file = (name: string) => files.get(`inputs/${name}.csv`)
  const [facts, scores, survey] = [file('facts'), file('scores'), file('survey-score')]
  const { regions } = await readRegions(
    { ...(facts && { facts }), ...(scores && { scores }), ...(survey && { survey }) },
    schemes[evaluation.scheme],
  )
  return { ...regions[0]?.data, estimate }
}
