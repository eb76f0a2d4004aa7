import type { SurveyDesign, Variable } from '../../../scoring/sampling/design.ts'
import type { Allocation } from '../../../scoring/sampling/planning/allocate.ts'
import { totalOf } from '../../../scoring/sampling/planning/disagreements.ts'
import type { PublicationThreshold } from '../../../scoring/subjective/publication.ts'
import { defaultQualityRules, type QualityRules } from '../../../scoring/subjective/quality/rules.ts'
import type { Text } from '../../../scoring/text.ts'
import type { Channel } from '../../../server/shapes/channel.ts'
import type { NewSurvey, PopulationRow } from '../../../server/shapes/setup.ts'
import type { LegalMarks } from '../../../server/shapes/survey.ts'
import { marginsOf } from './population.ts'

/** Everything that has been said of a survey that is not there yet; kept as a draft. */
export interface Plan {
  /** Number of the step that is shown. */
  step: number
  id: string
  title: Text
  round: { id: string; name: Text }
  region: { code: string; name: Text; scheme: 'city' | 'county'; rank: string }
  /** The region's parts, a line each: name, and English name after a slash. */
  parts: string
  questionnaire: { id: string; version: number } | null
  /** SurveyJS JSON that somebody is at, not published yet. */
  imported: string
  variables: Variable[]
  forms: SurveyDesign['forms'] | null
  population: PopulationRow[]
  /** By row of the population figures: the cell they are counted in, '' for none. */
  mapping: Record<string, string>
  source: Text
  decision: Text
  /** Which margin's total the weights add up to. */
  totalOf: number
  precision: { halfWidth: number; deviation: number; designEffect: number; response: number; allocation: Allocation }
  /** Accepted responses wanted. */
  target: number
  quotas: NewSurvey['quotas']
  channels: Channel[]
  overQuota: 'end' | 'continue'
  placeRequired: boolean
  proofOfWork: boolean
  graceHours: number
  organiser: Text
  purpose: Text
  contact: Text
  minutes: number
  legalMarks: LegalMarks
  /** Days in China, e.g. 2026-06-01; '' at once, or until somebody closes it. */
  opens: string
  closes: string
  quality: QualityRules | null
  publication: PublicationThreshold
}

const none: Text = { zh: '', en: '' }

export const emptyPlan: Plan = {
  step: 0,
  id: '',
  title: none,
  round: { id: '', name: none },
  region: { code: '', name: none, scheme: 'city', rank: '地级市' },
  parts: '',
  questionnaire: null,
  imported: '',
  variables: [],
  forms: null,
  population: [],
  mapping: {},
  source: none,
  decision: none,
  totalOf: 0,
  precision: { halfWidth: 2, deviation: 25, designEffect: 1.5, response: 0.1, allocation: 'proportional' },
  target: 1000,
  quotas: [],
  channels: ['open', 'invitation', 'signed', 'assisted', 'paper'],
  overQuota: 'continue',
  placeRequired: false,
  proofOfWork: false,
  graceHours: 24,
  organiser: none,
  purpose: {
    zh: '了解居民对智慧城市建设的切身感受，用于 GB/T 33356—2022 评价中的“市民体验”。',
    en: 'To learn how residents experience their smart city: the “citizen experience” part of the evaluation by GB/T 33356—2022.',
  },
  contact: none,
  minutes: 5,
  legalMarks: {
    formNumber: '',
    issuedBy: '',
    documentNumber: '',
    approvedBy: '',
    approvalNumber: '',
    validUntil: '',
  },
  opens: '',
  closes: '',
  quality: defaultQualityRules,
  publication: { respondents: 400, effectiveShare: 0.6 },
}

/** A text in both languages: the Chinese stands for the English where there is none. */
const both = ({ zh, en }: Text): Text => ({ zh: zh.trim(), en: en.trim() || zh.trim() })

/** The beginning of a day in China. */
const startOf = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString()
/** The end of a day in China. */
const endOf = (day: string): string => new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000).toISOString()

export function designOf(plan: Plan): SurveyDesign {
  const margins = marginsOf(plan)
  const base = margins[plan.totalOf] ?? margins[0]
  return {
    variables: plan.variables,
    margins,
    calibration: base
      ? { method: 'rake', margins: [...margins.keys()], populationTotal: totalOf(base) }
      : { method: 'none' },
    ...(plan.forms && { forms: plan.forms }),
    decisions: plan.decision.zh.trim() === '' ? [] : [both(plan.decision)],
  }
}

/** What is asked of the server. */
export function wishOf(plan: Plan): NewSurvey {
  const { channels, overQuota, placeRequired, proofOfWork, graceHours, quality, publication } = plan
  return {
    id: plan.id,
    title: both(plan.title),
    round: { id: plan.round.id, name: both(plan.round.name) },
    region: { ...plan.region, name: both(plan.region.name) },
    questionnaire: plan.questionnaire ?? { id: '', version: 0 },
    design: designOf(plan),
    quotas: plan.quotas,
    settings: {
      welcome: {
        organiser: both(plan.organiser),
        purpose: both(plan.purpose),
        contact: both(plan.contact),
        minutes: plan.minutes,
        legalMarks: plan.legalMarks,
      },
      overQuota,
      madeUp: false,
      placeRequired,
      proofOfWork,
      graceHours,
      channels,
      ...(quality && { quality }),
      publication,
    },
    opensAt: plan.opens === '' ? null : startOf(plan.opens),
    closesAt: plan.closes === '' ? null : endOf(plan.closes),
  }
}
