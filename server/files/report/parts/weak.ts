import type { FileChild } from 'docx'
import { weakPointsOf } from '../../../../scoring/analysis/weakPoints.ts'
import { type Report, score } from '../input.ts'
import { heading1, paragraph, tableCaption, tableOf } from '../style.ts'

interface Weak {
  label: string
  /** Empty where nobody is known. */
  department: string
  points: string
  /** Points of the total that may still be won. */
  recoverable: number
}

const shown = 10

/** Where most points of the total may still be won, and room to say what will be done about it. */
export function weakPoints(report: Report): FileChild[] {
  const { say, language, numbers } = report
  const weak = weakIn(report).slice(0, shown)
  const item = { header: say({ zh: '分项或维度', en: 'Item or dimension' }), width: 44 }
  return [
    heading1('weak', language),
    paragraph(
      say({
        zh: '按可争取的总分排列：与满分之差乘以权重；市民体验按维度；扣分项为已扣的分数。',
        en: 'By the points of the total that may be won: what is short of full marks times the weight; of the survey by its dimensions; of deductions what was taken off.',
      }),
      language,
    ),
    tableCaption(numbers, say({ zh: '可争取的分数', en: 'Points to be won' }), language),
    tableOf(
      [
        item,
        { header: say({ zh: '责任部门', en: 'Department' }), width: 22 },
        { header: say({ zh: '得分 / 满分', en: 'Points / maximum' }), width: 19, right: true },
        { header: say({ zh: '可争取的总分', en: 'Of the total' }), width: 15, right: true },
      ],
      weak.map(({ label, department, points, recoverable }) => [label, department || '—', points, score(recoverable)]),
    ),
    heading1('recommendations', language),
    tableOf(
      [
        { ...item, width: 40 },
        { header: say({ zh: '责任部门', en: 'Department' }), width: 22 },
        { header: say({ zh: '措施', en: 'Measures' }), width: 26 },
        { header: say({ zh: '时限', en: 'By' }), width: 12 },
      ],
      weak.map(({ label, department }) => [label, department, '', '']),
    ),
  ]
}

/** As the console lists them; what would not show in two decimals is left out. */
const weakIn = ({ scheme, result, region, say }: Report): Weak[] =>
  weakPointsOf(scheme, result, region.survey)
    .filter(({ recoverable }) => recoverable > 0.005)
    .map(({ id, name, score: points, best, recoverable }) => ({
      label: `${id} ${say(name)}`,
      department: region.background?.departments[id] ?? '',
      points: best === 0 ? `-${score(points)}` : `${score(points)} / ${best}`,
      recoverable,
    }))
