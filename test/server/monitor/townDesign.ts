import type { SurveyDesign } from '../../../scoring/sampling/design.ts'
import type { SurveyPlan } from '../../../server/services/publish.ts'

const design: SurveyDesign = {
  variables: [
    {
      name: 'sex',
      label: { zh: '性别', en: 'Sex' },
      question: 'S4',
      categories: [
        { code: 'female', label: { zh: '女', en: 'Women' }, values: ['female'] },
        { code: 'male', label: { zh: '男', en: 'Men' }, values: ['male'] },
      ],
    },
  ],
  margins: [
    {
      variables: ['sex'],
      counts: [
        { categories: ['female'], count: 500 },
        { categories: ['male'], count: 500 },
      ],
      source: { zh: '试用', en: 'Trial' },
    },
  ],
  calibration: { method: 'rake', margins: [0], populationTotal: 1000 },
  decisions: [],
}

/** A town with as many women as men, and quotas that close. */
export const townDesign = (targets: Record<string, number>): Pick<SurveyPlan, 'design' | 'quotas'> => ({
  design,
  quotas: Object.entries(targets).map(([category, target]) => ({
    id: `sex-${category}`,
    variables: ['sex'],
    categories: [category],
    target,
    policy: 'close',
  })),
})
