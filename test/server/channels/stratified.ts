import type { SurveyPlan } from '../../../server/services/publish.ts'
import { plan } from '../core/town.ts'

/** A design with strata that only a frame or a telephone sample knows. */
export const stratified: SurveyPlan['design'] = {
  ...plan.design,
  variables: [
    ...plan.design.variables,
    {
      name: 'area',
      label: { zh: '片区', en: 'Area' },
      // The frame knows better than the answers.
      question: 'S4',
      categories: [
        { code: 'east', label: { zh: '东', en: 'East' }, values: ['female'] },
        { code: 'west', label: { zh: '西', en: 'West' }, values: ['male'] },
      ],
    },
  ],
  sampling: { stratum: 'area' },
}
