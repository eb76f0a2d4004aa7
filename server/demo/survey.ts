import type { SurveyDesign } from '../../scoring/sampling/design.ts'
import type { SurveyPlan } from '../services/publish.ts'
import { marginOf, marginQuotas, productDecision, productQuotas } from './quotas.ts'

const target = 3000
const countyTarget = 600

const legalMarks = {
  formNumber: '',
  issuedBy: '',
  documentNumber: '',
  approvedBy: '',
  approvalNumber: '',
  validUntil: '',
}

const contact = { zh: '这是演示，没有真实的联系人', en: 'This is a demonstration: there is nobody to contact' }

/** The survey of the demo's county, on its made-up margins (surveys/margins/qingyuan-made-up.csv). */
export const demoCountySurvey = (
  design: SurveyDesign,
  questionnaire: SurveyPlan['questionnaire'],
  opensAt: string,
): SurveyPlan => ({
  id: 'demo-county',
  round: 'demo',
  evaluation: 'qingyuan',
  title: { zh: '青原县居民体验调查（示例）', en: 'Qingyuan County resident-experience survey (demo)' },
  questionnaire,
  design,
  quotas: design.margins.flatMap((margin) => marginQuotas(margin, countyTarget)),
  settings: {
    welcome: {
      organiser: { zh: '青原县数据局（示例）', en: 'Qingyuan County Data Bureau (demo)' },
      purpose: {
        zh: '了解居民对智慧县城建设的切身感受，用于 GB/T 33356—2022 附录 A 评价中的“市民体验”。总体结构是虚构的。',
        en: 'To learn how residents experience their smart county: the “citizen experience” part of the evaluation by annex A of GB/T 33356—2022. The population figures are made up.',
      },
      minutes: 4,
      contact,
      legalMarks,
    },
    overQuota: 'continue',
    madeUp: true,
  },
  state: 'open',
  opensAt,
  closesAt: null,
})

/** The demo's open survey. Its quotas watch the fieldwork; nobody is turned away. */
export function demoSurvey(
  design: SurveyDesign,
  questionnaire: SurveyPlan['questionnaire'],
  opensAt: string,
): SurveyPlan {
  const [sex, age, district] = ['sex', 'age', 'district'].map((variable) => marginOf(design, variable))
  if (!sex || !age || !district) throw new Error('the demo needs margins of sex, age and district')
  return {
    id: 'demo',
    round: 'demo',
    evaluation: 'dongzhou',
    title: { zh: '东洲市市民体验调查（示例）', en: 'Dongzhou citizen-experience survey (demo)' },
    questionnaire,
    design: { ...design, decisions: [...design.decisions, productDecision] },
    quotas: [
      ...[sex, age, district].flatMap((margin) => marginQuotas(margin, target)),
      ...productQuotas(sex, age, target),
    ],
    settings: {
      welcome: {
        organiser: { zh: '东洲市数据局（示例）', en: 'Dongzhou Data Bureau (demo)' },
        purpose: {
          zh: '了解居民对智慧城市建设的切身感受，用于 GB/T 33356—2022 评价中的“市民体验”。',
          en: 'To learn how residents experience their smart city: the “citizen experience” part of the evaluation by GB/T 33356—2022.',
        },
        minutes: 5,
        contact,
        legalMarks,
      },
      overQuota: 'continue',
      madeUp: true,
    },
    state: 'open',
    opensAt,
    closesAt: null,
  }
}
