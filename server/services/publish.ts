import { createHash } from 'node:crypto'
import type { SurveyDesign } from '../../scoring/sampling/design.ts'
import type { Text } from '../../scoring/text.ts'
import { faultsOf } from '../../surveys/publishable.ts'
import { designFaults } from '../../surveys/publishing/design.ts'
import type { Fault } from '../../surveys/publishing/fault.ts'
import { type InputProblem, Problem } from '../http/problem.ts'
import type { QuotaPolicy } from '../shapes/monitor.ts'
import type { SurveyState } from '../shapes/survey.ts'
import { addAudit } from '../store/audit.ts'
import type { MarginTable, QuotaTable, Store } from '../store/database.ts'
import {
  addMargins,
  addQuestionnaire,
  addQuotas,
  addSurvey,
  findQuestionnaire,
  newestQuestionnaire,
} from '../store/surveys.ts'
import { canonical } from './collect/content.ts'
import { channelVariable, type SurveySettings } from './published.ts'
import { freezeRules } from './quality/freeze.ts'
import { sanitised } from './sanitise.ts'

/** Who does it and when, for the audit. */
interface Act {
  account: string | null
  at: string
}

/** A questionnaire as it is kept. */
export interface Publishable {
  content: string
  hash: string
}

/**
 * A questionnaire that may be published, its HTML sanitised.
 * @throws {Problem} `invalid` with everything that keeps it from being published
 */
export function publishable(questionnaire: Record<string, unknown>): Publishable {
  refuseFaults(faultsOf(questionnaire))
  const content = JSON.stringify(sanitised(questionnaire))
  return { content, hash: questionnaireHash(content) }
}

/**
 * Publishes a questionnaire: a new version, or the newest one if that is the very same. Versions never change.
 * @throws {Problem} `invalid` with everything that keeps it from being published
 */
export const publishQuestionnaire = async (
  db: Store,
  { id, questionnaire }: { id: string; questionnaire: Record<string, unknown> },
  act: Act,
): Promise<number> => addVersion(db, id, publishable(questionnaire), act)

/** The same with what was checked before. */
export async function addVersion(
  db: Store,
  id: string,
  { content, hash }: Publishable,
  { account, at }: Act,
): Promise<number> {
  const newest = await newestQuestionnaire(db, id)
  if (newest?.content_hash === hash) return newest.version

  const version = (newest?.version ?? 0) + 1
  await addQuestionnaire(db, { id, version, content, content_hash: hash, published_at: at })
  await addAudit(db, {
    at,
    account,
    action: 'questionnaire.publish',
    subject: `questionnaire ${id}`,
    detail: { version, sha256: hash },
  })
  return version
}

function refuseFaults(faults: Fault[]): void {
  const errors = faults.filter(({ level }) => level === 'error')
  if (errors.length > 0) throw new Problem('invalid', { errors: errors.map(asInputProblem) })
}

const asInputProblem = ({ path, code, message }: Fault): InputProblem => ({ path, code, message })

/** Of the questionnaire as values: the order of keys does not matter. */
export const questionnaireHash = (content: string): string =>
  createHash('sha256')
    .update(canonical(JSON.parse(content)))
    .digest('hex')

export interface PlannedQuota {
  id: string
  variables: string[]
  categories: string[]
  target: number
  policy: QuotaPolicy
  /** Per cent over the target that `tolerate` allows. */
  tolerance?: number
}

export interface SurveyPlan {
  id: string
  round: string
  evaluation: string
  title: Text
  questionnaire: { id: string; version: number }
  settings: SurveySettings
  design: SurveyDesign
  quotas: PlannedQuota[]
  state: SurveyState
  opensAt: string | null
  closesAt: string | null
}

/**
 * Sets a survey up with its margins and quotas.
 * @throws {Problem} `invalid` with everything in which design, quotas and questionnaire do not go together
 */
export async function setUpSurvey(db: Store, plan: SurveyPlan, { account, at }: Act): Promise<void> {
  const published = await findQuestionnaire(db, plan.questionnaire.id, plan.questionnaire.version)
  if (!published) throw new Error(`there is no version ${plan.questionnaire.version} of ${plan.questionnaire.id}`)
  const questionnaire = JSON.parse(published.content)
  refuseFaults(designFaults(questionnaire, plan.design, plan.quotas.map(withoutChannel)))

  const { margins, ...design } = { ...plan.design, sample: sampleOf(plan) }
  await addSurvey(db, {
    id: plan.id,
    round_id: plan.round,
    evaluation_id: plan.evaluation,
    questionnaire_id: plan.questionnaire.id,
    questionnaire_version: plan.questionnaire.version,
    title: JSON.stringify(plan.title),
    settings: JSON.stringify(plan.settings),
    design: JSON.stringify(design),
    state: plan.state,
    opens_at: plan.opensAt,
    closes_at: plan.closesAt,
    screened_out: 0,
    created_at: at,
  })
  const key = { round_id: plan.round, survey_id: plan.id }
  const marginRows = margins.flatMap((margin, index) => rowsOfMargin(key, margin, index))
  if (marginRows.length > 0) await addMargins(db, marginRows)
  if (plan.quotas.length > 0)
    await addQuotas(
      db,
      plan.quotas.map((quota, position) => rowOfQuota(key, quota, position)),
    )
  const { quality } = plan.settings
  if (quality) await freezeRules(db, { round: plan.round, id: plan.id }, { questionnaire, quality, at })
  await addAudit(db, {
    at,
    account,
    action: 'survey.set-up',
    subject: `survey ${plan.id}`,
    detail: { questionnaire: plan.questionnaire, state: plan.state, quotas: plan.quotas.length },
  })
}

/**
 * How people come into the sample, as it stays: by invitation alone they were drawn from a frame.
 * @throws {Problem} `invalid` where channels and sample contradict each other
 */
function sampleOf({ design: { sample }, settings }: SurveyPlan): NonNullable<SurveyDesign['sample']> {
  const channels = settings.channels ?? []
  const drawnAlone = channels.length > 0 && channels.every((channel) => channel === 'invitation')
  if (sample === 'probability' && !drawnAlone) refuseSample(onlyInvited)
  if (sample === 'mixed' && (drawnAlone || (channels.length > 0 && !channels.includes('invitation'))))
    refuseSample(bothKinds)
  return sample ?? (drawnAlone ? 'probability' : 'model')
}

function refuseSample(message: Text): never {
  throw new Problem('invalid', { errors: [{ path: 'design.sample', code: 'sample-and-channels', message }] })
}

const onlyInvited: Text = {
  zh: '概率样本只能由邀请码参加：请把渠道（settings.channels）设为只有 invitation，或改为 mixed、model。',
  en: 'A probability sample answers by invitation alone: let settings.channels hold only “invitation”, or choose mixed or model.',
}
const bothKinds: Text = {
  zh: '混合样本须同时有邀请码和其他渠道：请调整 settings.channels，或改为 probability、model。',
  en: 'A mixed sample needs invitations and another channel: change settings.channels, or choose probability or model.',
}

interface Key {
  round_id: string
  survey_id: string
}

const rowsOfMargin = (key: Key, { variables, counts, source }: SurveyDesign['margins'][number], margin: number) =>
  counts.map(
    ({ categories, count }, position): MarginTable => ({
      ...key,
      margin,
      position,
      variables: JSON.stringify(variables),
      categories: JSON.stringify(categories),
      count,
      source: JSON.stringify(source),
    }),
  )

const rowOfQuota = (key: Key, quota: PlannedQuota, position: number): QuotaTable => ({
  ...key,
  id: quota.id,
  position,
  variables: JSON.stringify(quota.variables),
  categories: JSON.stringify(quota.categories),
  policy: quota.policy,
  tolerance: quota.tolerance ?? 0,
  target: quota.target,
  taken: 0,
  held: 0,
})

/** A quota as far as it hangs on the design. */
function withoutChannel({ id, variables, categories, target }: PlannedQuota) {
  const own = (_: string, at: number) => variables[at] !== channelVariable
  return { id, variables: variables.filter(own), categories: categories.filter(own), target }
}
