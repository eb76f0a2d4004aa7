import type { FileChild } from 'docx'
import { mostOf } from '../../../../scoring/standard/item.ts'
import { pointsOf } from '../../results/rows.ts'
import { type Report, score } from '../input.ts'
import { heading1, heading2, paragraph, small, tableCaption, tableOf } from '../style.ts'

/** Every item with its points, how each came about, and the rulings that were applied. */
export function appendix(report: Report): FileChild[] {
  const { say, language, numbers, scheme, result, traces } = report
  const items = scheme.dimensions.flatMap(({ indicators }) => indicators.flatMap((indicator) => indicator.items))
  const names = new Map(items.map(({ id, name }) => [id, name]))
  const rulings = new Map(traces.flatMap((trace) => trace.rulings.map(({ id, text }) => [id, text] as const)))
  return [
    heading1('items', language),
    tableCaption(numbers, say({ zh: '分项得分', en: 'Items' }), language),
    tableOf(
      [
        { header: say({ zh: '分项', en: 'Item' }), width: 60 },
        { header: say({ zh: '得分', en: 'Points' }), width: 20, right: true },
        { header: say({ zh: '满分', en: 'Maximum' }), width: 20, right: true },
      ],
      items.map((item) => {
        const points = pointsOf(result, 'items', item.id)
        const sign = item.kind === 'deduction' ? '-' : ''
        return [
          `${item.id} ${say(item.name)}`,
          points === null ? '—' : `${points > 0 ? sign : ''}${score(points)}`,
          `${sign}${mostOf(item)}`,
        ]
      }),
    ),
    ...(result.missing.length > 0
      ? [
          paragraph(
            say({ zh: `缺项：${result.missing.join('、')}。`, en: `Missing: ${result.missing.join(', ')}.` }),
            language,
          ),
        ]
      : []),
    heading1('traces', language),
    ...(traces.length === 0
      ? [paragraph(say({ zh: '没有由填报数据计算的分项。', en: 'No item was scored from facts.' }), language)]
      : traces.flatMap(({ item, lines, remarks }) => [
          heading2(`${item} ${say(names.get(item) ?? { zh: '', en: '' })}`),
          ...lines.map(({ name, numbers }) => small(`${say(name)}：${numbers}`)),
          ...remarks.map((remark) => small(say(remark))),
        ])),
    ...(rulings.size > 0
      ? [heading1('rulings', language), ...[...rulings].map(([id, text]) => small(`${id}  ${say(text)}`))]
      : []),
  ]
}
