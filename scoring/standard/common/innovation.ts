import { boolean, choice, count, set } from '../input.ts'
import { item } from '../item.ts'
import { type Indicator, indicator } from '../scheme.ts'
import { each } from '../words/each.ts'
import { gate } from '../words/gate.ts'
import { howMany } from '../words/howMany.ts'
import { part } from '../words/part.ts'
import { points } from '../words/points.ts'
import { share } from '../words/share.ts'
import { sum } from '../words/sum.ts'
import { upTo } from '../words/upTo.ts'
import { weighted } from '../words/weighted.ts'

/** 体制机制, tables 27 and A.18: the same text. */
export const mechanisms = (l1: string, weight: number, table: string): Indicator =>
  indicator(`${l1}P1`, '体制机制', 'Institutions and mechanisms', { weight, table }, [
    item(
      `${l1}P1-A1`,
      '智慧城市组织领导',
      'Leadership and organization',
      { share: 30, timing: 'year', rulings: ['R7', 'R39'] },
      {
        leadingBody: choice('领导组织机构', 'Leading body', {
          none: ['未设立', 'Not set up'],
          established: ['已设立', 'Set up'],
          working: ['已设立并开展工作', 'Set up and at work'],
        }),
        leadDepartment: boolean('有主管部门', 'There is a department in charge'),
        professionalBody: boolean('有专业支撑机构', 'There is a professional support body'),
        coordinationMechanism: boolean('已建立统筹、集约与共享机制', 'Coordination and sharing mechanism in place'),
        plans: set('已制定的规划', 'Plans made', {
          masterPlan: ['总体规划', 'Master plan'],
          topLevelDesign: ['顶层设计', 'Top-level design'],
          actionPlan: ['行动计划', 'Action plan'],
        }),
        otherPlans: count('其他同类规划数', 'Other plans of the kind', '项'),
      },
      ({ leadingBody, leadDepartment, professionalBody, coordinationMechanism, plans, otherPlans }) =>
        share(
          30,
          sum(
            part('b1', points(leadingBody, { none: 0, established: 10, working: 20 })),
            part('b2', sum(points(leadDepartment, 20), points(professionalBody, 10))),
            part('b3', points(coordinationMechanism, 20)),
            part('b4', upTo(30, each(10, sum(howMany(plans), otherPlans)))),
          ),
        ),
    ),
    item(
      `${l1}P1-A2`,
      '智慧城市建设管理',
      'Management of construction',
      { share: 30, timing: 'year', rulings: ['R40'] },
      {
        projectManagement: boolean('已建立项目管理制度', 'Project management rules in place'),
        performanceAssessment: boolean('重点项目纳入政府绩效考核', 'Key projects in government performance assessment'),
        evaluationMechanism: boolean('已建立本地评价机制', 'Local evaluation mechanism in place'),
        evaluationCarriedOut: boolean('已开展本地评价', 'Local evaluation carried out'),
      },
      ({ projectManagement, performanceAssessment, evaluationMechanism, evaluationCarriedOut }) =>
        share(
          30,
          sum(
            part('b1', points(projectManagement, 30)),
            part('b2', points(performanceAssessment, 30)),
            part('b3', gate(evaluationMechanism, sum(20, points(evaluationCarriedOut, 20)))),
          ),
        ),
    ),
    item(
      `${l1}P1-A3`,
      '智慧城市长效运营',
      'Long-term operation',
      { share: 40, timing: 'year', rulings: ['R41'] },
      {
        longTermMechanism: choice('建设运营长效机制', 'Long-term mechanism', {
          none: ['无', 'None'],
          planned: ['有工作方案和推进计划', 'Work plan only'],
          established: ['已建立', 'Established'],
        }),
        operator: choice('建设运营主体', 'Operating entity', {
          none: ['无', 'None'],
          present: ['有运营主体', 'There is one'],
          delivered: ['运营主体已完成至少 1 个项目', 'It has completed at least one project'],
        }),
      },
      ({ longTermMechanism, operator }) =>
        share(
          40,
          sum(
            part('b1', points(longTermMechanism, { none: 0, planned: 30, established: 50 })),
            part('b2', points(operator, { none: 0, present: 30, delivered: 50 })),
          ),
        ),
    ),
  ])

/** 改革创新实践, tables 28 and A.19: the same text. */
export const practice = (l1: string, weight: number, table: string): Indicator =>
  indicator(`${l1}P2`, '改革创新实践', 'Reform and innovation practice', { weight, table }, [
    item(
      `${l1}P2-A1`,
      '改革创新实践',
      'Reform and innovation practice',
      { share: 100, timing: 'year', rulings: ['R42'] },
      {
        methodInnovations: count('工作方法创新应用数', 'Innovations of working method', '项'),
        toolInnovations: count('技术工具创新应用数', 'Innovations of technical tools', '项'),
      },
      ({ methodInnovations, toolInnovations }) =>
        weighted(
          [0.6, part('b1', upTo(100, each(20, methodInnovations)))],
          [0.4, part('b2', upTo(100, each(10, toolInnovations)))],
        ),
    ),
  ])
