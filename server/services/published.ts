import type { Margin, SurveyDesign } from '../../scoring/sampling/design.ts'
import type { ScoringKey } from '../../scoring/subjective/key.ts'
import type { Eligibility } from '../../scoring/subjective/participation/outcomeRates.ts'
import type { PublicationThreshold } from '../../scoring/subjective/publication.ts'
import type { FrozenRules, QualityRules } from '../../scoring/subjective/quality/rules.ts'
import type { Text } from '../../scoring/text.ts'
import { type Check, compileCheck } from '../../surveys/answers/compile.ts'
import { compileForm } from '../../surveys/answers/form.ts'
import { scoringKey } from '../../surveys/key.ts'
import type { Channel } from '../shapes/channel.ts'
import type { SurveyState, Welcome } from '../shapes/survey.ts'
import type { QuotaTable, Store } from '../store/database.ts'
import { quotasOf, type SurveyKey } from '../store/fieldwork.ts'
import { qualityRulesOf } from '../store/quality.ts'
import { findQuestionnaire, findSurvey, marginsOf, quotaRevision } from '../store/surveys.ts'

/** Whether answers need a place that was taken before them. */
export const demandsPlace = ({ settings }: Pick<Published, 'settings'>): boolean =>
  settings.placeRequired === true || settings.proofOfWork === true

/** A quota may cap a channel by this variable, whose categories are the channels. */
export const channelVariable = '@channel'

/** What an administrator decides about a survey; frozen when it opens. */
export interface SurveySettings {
  welcome: Welcome
  /** Whoever comes over quota ends there, or answers on outside the score. */
  overQuota: 'end' | 'continue'
  madeUp: boolean
  /** Whether answers need a place that was taken before them. */
  placeRequired?: boolean
  /** Whether a device has to do some work for a place, which answers then need: against robots. */
  proofOfWork?: boolean
  /** Hours after closing in which answers begun under a place are still taken; 24 unless said. */
  graceHours?: number
  /** By which answers are taken; by any unless said. */
  channels?: Channel[]
  /** Share of eligible persons among those of unknown eligibility, with its source; as the known suggest unless said. */
  eligibility?: Eligibility
  /** Rules that exclude what is not an honest answer; none unless said. Those of a published survey are its `quality`. */
  quality?: QualityRules
  /** What the score needs for publication; the usual floor unless said. */
  publication?: PublicationThreshold
}

export interface Quota extends Pick<QuotaTable, 'id' | 'policy' | 'tolerance' | 'target'> {
  variables: string[]
  categories: string[]
}

/** A survey with everything that is needed to take in an answer, read and compiled once. */
export interface Published extends Quotas {
  id: string
  round: string
  evaluation: string
  title: Text
  state: SurveyState
  opensAt: string | null
  closesAt: string | null
  settings: SurveySettings
  questionnaire: Record<string, unknown>
  questionnaireId: string
  questionnaireVersion: number
  key: ScoringKey
  /** Its quality rules as they were at publication, whatever its settings say since. */
  quality: FrozenRules | undefined
  design: SurveyDesign
  check: Check
  /** Names of the questions that tell who belongs to the population, and to which quotas. */
  screening: ReadonlySet<string>
}

/** Quotas as they were read. */
interface Quotas {
  quotas: Quota[]
  /** The quotas that count a respondent of this cell who came by this channel (`open` unless said). */
  quotasFor: (cell: string, channel?: string) => Quota[]
  /** Of the store, as of this reading; another one means that a target or a policy has changed. */
  quotaRevision: number
}

/** As much of a survey as settling its answers takes. */
export type Settling = Pick<Published, 'id' | 'round' | 'settings' | 'design' | 'quality' | keyof Quotas>

interface Kept {
  published: Promise<Published | undefined>
  readAt: number
}

const kept = new WeakMap<Store, Map<string, Kept>>()

// State and settings may be changed by another process; what is compiled never changes.
const freshFor = 1000

/** The survey, or undefined if there is none. State and dates are at most a second old. */
export async function findPublished({ db }: { db: Store }, id: string): Promise<Published | undefined> {
  const known = kept.get(db) ?? new Map<string, Kept>()
  kept.set(db, known)
  const before = known.get(id)
  if (before && performance.now() - before.readAt < freshFor) return before.published

  // Whoever asks meanwhile waits for the same reading.
  const published = read(db, id, before?.published)
  known.set(id, { published, readAt: performance.now() })
  try {
    const found = await published
    if (!found) known.delete(id)
    return found
  } catch (error) {
    known.delete(id)
    throw error
  }
}

/** What was read of a survey is read again the next time. */
export function forgetPublished({ db }: { db: Store }, id: string): void {
  kept.get(db)?.delete(id)
}

async function read(db: Store, id: string, before: Kept['published'] | undefined): Promise<Published | undefined> {
  const row = await findSurvey(db, id)
  if (!row) return undefined
  const compiled = await before
  if (!compiled) return compile(db, row)
  return { ...(await withQuotasOf(db, compiled, row.quota_revision)), ...changing(row) }
}

/**
 * The survey with its quotas as they are now, inside the transaction that takes seats: whichever server changed a target
 * or a policy since the survey was read, seats are taken by the new one.
 */
export const withCurrentQuotas = async <S extends Settling>(db: Store, survey: S): Promise<S> =>
  withQuotasOf(db, survey, await quotaRevision(db, survey.id))

const withQuotasOf = async <S extends Settling>(db: Store, survey: S, revision: number): Promise<S> =>
  revision === survey.quotaRevision ? survey : { ...survey, ...(await readQuotas(db, survey, survey.design, revision)) }

async function readQuotas(db: Store, survey: SurveyKey, design: SurveyDesign, revision: number): Promise<Quotas> {
  const quotas = (await quotasOf(db, survey)).map((quota) => ({
    ...quota,
    variables: JSON.parse(quota.variables) as string[],
    categories: JSON.parse(quota.categories) as string[],
  }))
  return { quotas, quotasFor: quotaFinder(design, quotas), quotaRevision: revision }
}

type SurveyRow = NonNullable<Awaited<ReturnType<typeof findSurvey>>>

const changing = (row: SurveyRow) => ({
  state: row.state,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  settings: JSON.parse(row.settings) as SurveySettings,
})

async function compile(db: Store, row: SurveyRow): Promise<Published> {
  const version = await findQuestionnaire(db, row.questionnaire_id, row.questionnaire_version)
  if (!version) throw new Error(`survey ${row.id} has lost its questionnaire`)
  const questionnaire = JSON.parse(version.content)
  const rules = await qualityRulesOf(db, { round: row.round_id, id: row.id })
  const design: SurveyDesign = { ...JSON.parse(row.design), margins: gather(await marginsOf(db, row)) }
  return {
    id: row.id,
    round: row.round_id,
    evaluation: row.evaluation_id,
    title: JSON.parse(row.title),
    ...changing(row),
    questionnaire,
    questionnaireId: row.questionnaire_id,
    questionnaireVersion: row.questionnaire_version,
    key: scoringKey(questionnaire),
    quality: rules && JSON.parse(rules.content),
    design,
    check: compileCheck(questionnaire),
    screening: screeningOf(questionnaire),
    ...(await readQuotas(db, { round: row.round_id, id: row.id }, design, row.quota_revision)),
  }
}

function gather(rows: Awaited<ReturnType<typeof marginsOf>>): Margin[] {
  const margins: Margin[] = []
  for (const { margin, variables, categories, count, source } of rows) {
    margins[margin] ??= { variables: JSON.parse(variables), counts: [], source: JSON.parse(source) }
    margins[margin].counts.push({ categories: JSON.parse(categories), count })
  }
  return margins
}

function screeningOf(questionnaire: Record<string, unknown>): Set<string> {
  const screening = compileForm(questionnaire).questions.filter(({ json }) => json.screening === true)
  return new Set(screening.map(({ name }) => name))
}

/** Cells are few and come again: each one's quotas are looked up once. */
export function quotaFinder({ variables }: SurveyDesign, quotas: Quota[]): Published['quotasFor'] {
  const found = new Map<string, Quota[]>()
  const names = variables.map(({ name }) => name)
  names.push(channelVariable)
  const capped = quotas.some(({ variables }) => variables.includes(channelVariable))
  return (cell, channel = 'open') => {
    const group = capped ? `${channel}|${cell}` : cell
    const before = found.get(group)
    if (before) return before
    const values = [...cell.split('|').slice(0, variables.length), channel]
    const matching = quotas.filter((quota) =>
      quota.variables.every((variable, at) => values[names.indexOf(variable)] === quota.categories[at]),
    )
    found.set(group, matching)
    return matching
  }
}

/** Whether answers are taken now: the state as set, and the dates. */
export function stateAt(
  { state, opensAt, closesAt }: Pick<Published, 'state' | 'opensAt' | 'closesAt'>,
  now: Date,
): SurveyState {
  if (state !== 'open' && state !== 'scheduled') return state
  const moment = now.getTime()
  if (closesAt !== null && moment >= Date.parse(closesAt)) return 'closed'
  if (opensAt !== null && moment < Date.parse(opensAt)) return 'scheduled'
  return opensAt === null && state === 'scheduled' ? 'scheduled' : 'open'
}
