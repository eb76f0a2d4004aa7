import type { Margin, SurveyDesign } from '../../scoring/sampling/design.ts'
import type { ScoringKey } from '../../scoring/subjective/key.ts'
import type { QualityRules } from '../../scoring/subjective/quality/rules.ts'
import type { Text } from '../../scoring/text.ts'
import { type Check, compileCheck } from '../../surveys/answers/compile.ts'
import { compileForm } from '../../surveys/answers/form.ts'
import { scoringKey } from '../../surveys/key.ts'
import type { Channel } from '../shapes/channel.ts'
import type { SurveyState, Welcome } from '../shapes/survey.ts'
import type { QuotaTable, Store, SurveyTable } from '../store/database.ts'
import { quotasOf } from '../store/fieldwork.ts'
import { findQuestionnaire, findSurvey, marginsOf } from '../store/surveys.ts'

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
  /** Rules that exclude what is not an honest answer; none unless said. */
  quality?: QualityRules
}

export interface Quota extends Pick<QuotaTable, 'id' | 'policy' | 'tolerance' | 'target'> {
  variables: string[]
  categories: string[]
}

/** A survey with everything that is needed to take in an answer, read and compiled once. */
export interface Published {
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
  design: SurveyDesign
  check: Check
  /** Names of the questions that tell who belongs to the population, and to which quotas. */
  screening: ReadonlySet<string>
  quotas: Quota[]
  /** The quotas that count a respondent of this cell who came by this channel (`open` unless said). */
  quotasFor: (cell: string, channel?: string) => Quota[]
}

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
  return compiled ? { ...compiled, ...changing(row) } : compile(db, row)
}

const changing = (row: SurveyTable) => ({
  state: row.state,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  settings: JSON.parse(row.settings) as SurveySettings,
})

async function compile(db: Store, row: SurveyTable): Promise<Published> {
  const version = await findQuestionnaire(db, row.questionnaire_id, row.questionnaire_version)
  if (!version) throw new Error(`survey ${row.id} has lost its questionnaire`)
  const questionnaire = JSON.parse(version.content)
  const design: SurveyDesign = { ...JSON.parse(row.design), margins: gather(await marginsOf(db, row)) }
  const quotas = (await quotasOf(db, { round: row.round_id, id: row.id })).map((quota) => ({
    ...quota,
    variables: JSON.parse(quota.variables) as string[],
    categories: JSON.parse(quota.categories) as string[],
  }))
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
    design,
    check: compileCheck(questionnaire),
    screening: screeningOf(questionnaire),
    quotas,
    quotasFor: quotaFinder(design, quotas),
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
function quotaFinder({ variables }: SurveyDesign, quotas: Quota[]): Published['quotasFor'] {
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
  const moment = now.toISOString()
  if (closesAt !== null && moment >= closesAt) return 'closed'
  if (opensAt !== null && moment < opensAt) return 'scheduled'
  return opensAt === null && state === 'scheduled' ? 'scheduled' : 'open'
}
