import type { SurveyDesign } from '../../scoring/sampling/design.ts'
import type { SurveyPlan } from '../services/publish.ts'
import { marginOf, marginQuotas, productDecision, productQuotas } from './quotas.ts'

const target = 3000

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
        contact: { zh: '这是演示，没有真实的联系人', en: 'This is a demonstration: there is nobody to contact' },
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
      madeUp: true,
    },
    state: 'open',
    opensAt,
    closesAt: null,
  }
}
