import type { Cases } from './case.ts'

const categories = (count: number) =>
  [
    'credit',
    'health',
    'employment',
    'publicSafety',
    'housing',
    'transport',
    'education',
    'science',
    'energy',
    'environment',
    'industryAgriculture',
  ].slice(0, count)

/** 共享开放: tables 21 and A.13 */
export const opening = (l1: string): Cases => ({
  [`${l1}P1-A1`]: [
    ['ordinary', { sharingDepartments: 6, departments: 40 }, 7.5],
    ['all of them', { sharingDepartments: 40, departments: 40 }, 50],
  ],
  [`${l1}P1-A2`]: [
    ['ordinary', { openCategories: categories(11) }, 25],
    ['none', { openCategories: [] }, 0],
  ],
})

/** 信息安全: points off, tables 23–26 and A.14–A.17 */
export const security = (l1: string): Cases => ({
  [`${l1}P1-A1`]: [
    ['ordinary', { reviewMissed: true, leakIncidents: 2 }, 1.1],
    ['leaks cost 1.5 at most (R35)', { reviewMissed: true, leakIncidents: 6 }, 2],
    ['nothing happened', { reviewMissed: false, leakIncidents: 0 }, 0],
  ],
  [`${l1}P2-A1`]: [
    ['ordinary', { nonCompliantSystems: 3 }, 0.6],
    ['eleven cost as much as ten', { nonCompliantSystems: 11 }, 2],
  ],
  [`${l1}P3-A1`]: [
    ['ordinary', { filedSystems: 7, systems: 10 }, 0.5],
    ['exactly 80 %', { filedSystems: 8, systems: 10 }, 0],
    ['exactly 60 %', { filedSystems: 6, systems: 10 }, 0.5],
    ['just below 60 %', { filedSystems: 599, systems: 1000 }, 1],
    ['no system', { filedSystems: 0, systems: 0 }, 'zeroDenominator systems'],
  ],
  [`${l1}P3-A2`]: [
    ['ordinary', { rectified: false }, 1],
    ['rectified', { rectified: true }, 0],
  ],
  [`${l1}P4-A1`]: [
    ['ordinary', { classifiedAssets: 80, keyAssets: 100 }, 0.5],
    ['exactly 70 % (R38)', { classifiedAssets: 70, keyAssets: 100 }, 0.5],
    ['exactly 90 % (R38)', { classifiedAssets: 90, keyAssets: 100 }, 0],
    ['just below 70 %', { classifiedAssets: 699, keyAssets: 1000 }, 1],
  ],
  [`${l1}P4-A2`]: [
    ['ordinary', { fullyProtected: false }, 1],
    ['protected', { fullyProtected: true }, 0],
  ],
})

/** 创新发展: tables 27, 28 and A.18, A.19 */
export const innovation = (l1: string): Cases => ({
  [`${l1}P1-A1`]: [
    [
      'ordinary',
      {
        leadingBody: 'established',
        leadDepartment: true,
        professionalBody: false,
        coordinationMechanism: true,
        plans: ['masterPlan'],
        otherPlans: 0,
      },
      18,
    ],
    [
      'four plans count as three (R39)',
      {
        leadingBody: 'working',
        leadDepartment: true,
        professionalBody: true,
        coordinationMechanism: true,
        plans: ['masterPlan', 'topLevelDesign', 'actionPlan'],
        otherPlans: 1,
      },
      30,
    ],
  ],
  [`${l1}P1-A2`]: [
    [
      'ordinary',
      { projectManagement: true, performanceAssessment: false, evaluationMechanism: true, evaluationCarriedOut: true },
      21,
    ],
    [
      'an evaluation without its mechanism counts nothing (R40)',
      { projectManagement: false, performanceAssessment: true, evaluationMechanism: false, evaluationCarriedOut: true },
      9,
    ],
  ],
  [`${l1}P1-A3`]: [
    ['ordinary', { longTermMechanism: 'planned', operator: 'present' }, 24],
    ['both in full', { longTermMechanism: 'established', operator: 'delivered' }, 40],
    ['neither', { longTermMechanism: 'none', operator: 'none' }, 0],
  ],
  [`${l1}P2-A1`]: [
    ['ordinary', { methodInnovations: 2, toolInnovations: 3 }, 36],
    ['each kind stops at 100 (R42)', { methodInnovations: 6, toolInnovations: 11 }, 100],
  ],
})
