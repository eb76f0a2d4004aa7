import type { FileChild } from 'docx'
import { mostOf } from '../../../../scoring/standard/item.ts'
import { pointsOf } from '../../results/rows.ts'
import { type Report, score } from '../input.ts'
import { heading1, paragraph, tableCaption, tableOf } from '../style.ts'

interface Weak {
  label: string
  points: string
  /** Points of the total that may still be won. */
  recoverable: number
}

const shown = 10

/** Where most points of the total may still be won, and room to say what will be done about it. */
export function weakPoints(report: Report): FileChild[] {
  const { say, language, numbers } = report
  const weak = weakIn(report).slice(0, shown)
  const item = { header: say({ zh: '分项', en: 'Item' }), width: 46 }
  return [
    heading1('weak', language),
    paragraph(
      say({
        zh: '按可争取的总分排列：分项与满分之差乘以权重；扣分项为已扣的分数。',
        en: 'By the points of the total that may be won: what an item lacks to its maximum times the weight; of deductions what was taken off.',
      }),
      language,
    ),
    tableCaption(numbers, say({ zh: '可争取的分数', en: 'Points to be won' }), language),
    tableOf(
      [
        item,
        { header: say({ zh: '得分 / 满分', en: 'Points / maximum' }), width: 27, right: true },
        { header: say({ zh: '可争取的总分', en: 'Of the total' }), width: 27, right: true },
      ],
      weak.map(({ label, points, recoverable }) => [label, points, score(recoverable)]),
      language,
    ),
    heading1('recommendations', language),
    tableOf(
      [
        item,
        { header: say({ zh: '责任部门', en: 'Department' }), width: 16 },
        { header: say({ zh: '措施', en: 'Measures' }), width: 26 },
        { header: say({ zh: '时限', en: 'By' }), width: 12 },
      ],
      weak.map(({ label }) => [label, '', '', '']),
      language,
    ),
  ]
}

function weakIn({ scheme, result, say }: Report): Weak[] {
  return scheme.dimensions
    .flatMap(({ kind, indicators }) =>
      indicators.flatMap(({ id, name, weight, items }): Weak[] => {
        const whole = result.indicators[id]
        const known = items.flatMap((item): Weak[] => {
          const points = pointsOf(result, 'items', item.id)
          if (points === null) return []
          const recoverable = kind === 'deduction' ? points : ((mostOf(item) - points) * weight) / 100
          const shown = kind === 'deduction' ? `-${score(points)}` : `${score(points)} / ${mostOf(item)}`
          return [{ label: `${item.id} ${say(item.name)}`, points: shown, recoverable }]
        })
        if (known.length > 0 || kind !== 'objective' || whole == null) return known
        return [
          { label: `${id} ${say(name)}`, points: `${score(whole)} / 100`, recoverable: ((100 - whole) * weight) / 100 },
        ]
      }),
    )
    .filter(({ recoverable }) => recoverable > 0.005)
    .sort((a, b) => b.recoverable - a.recoverable)
}
