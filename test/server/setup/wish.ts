import { defaultQualityRules } from '../../../scoring/subjective/quality/rules.ts'
import type { NewSurvey } from '../../../server/shapes/setup.ts'
import { tailored } from '../../../surveys/forms/tailored.ts'
import type { Person } from '../core/person.ts'

export const parts = [
  { code: 'east', label: { zh: '东城区', en: 'East' } },
  { code: 'west', label: { zh: '西城区', en: 'West' } },
]

export const { questionnaire, variables } = tailored({ scheme: 'city', form: 'full', parts })

const source = { zh: '2020年人口普查', en: 'Census of 2020' }

/** A survey of Linhai, complete; `others` replaces. */
export const wish = (others: Partial<NewSurvey> = {}): NewSurvey => ({
  id: 'linhai',
  title: { zh: '临海市市民体验调查', en: 'Linhai survey' },
  round: { id: '2026', name: { zh: '2026年度', en: '2026' } },
  region: { code: '331082', name: { zh: '临海市', en: 'Linhai' }, scheme: 'city', rank: '地级市' },
  questionnaire: { id: 'linhai', version: 1 },
  design: {
    variables,
    margins: [
      {
        variables: ['sex'],
        counts: [
          { categories: ['male'], count: 51_000 },
          { categories: ['female'], count: 49_000 },
        ],
        source,
      },
      {
        variables: ['district'],
        counts: [
          { categories: ['east'], count: 60_000 },
          { categories: ['west'], count: 40_000 },
        ],
        source,
      },
    ],
    calibration: { method: 'rake', margins: [0, 1], populationTotal: 100_000 },
    decisions: [],
  },
  quotas: [
    { id: 'sex-male', variables: ['sex'], categories: ['male'], target: 51, policy: 'close' },
    { id: 'sex-female', variables: ['sex'], categories: ['female'], target: 49, policy: 'count' },
  ],
  settings: {
    welcome: {
      organiser: { zh: '临海市数据局', en: 'Linhai Data Bureau' },
      purpose: { zh: '了解居民感受', en: 'To learn what residents feel' },
      minutes: 5,
      contact: { zh: '0576-12345', en: '0576-12345' },
      legalMarks: {
        formNumber: '',
        issuedBy: '',
        documentNumber: '',
        approvedBy: '',
        approvalNumber: '',
        validUntil: '',
      },
    },
    overQuota: 'continue',
    madeUp: false,
    quality: defaultQualityRules,
    publication: { respondents: 100, effectiveShare: 0.6 },
  },
  opensAt: null,
  closesAt: '2030-01-01T00:00:00.000Z',
  ...others,
})

export const publishQuestionnaire = (person: Person, id = 'linhai') =>
  person.ask('POST', `/api/questionnaires/${id}/versions`, { questionnaire })
