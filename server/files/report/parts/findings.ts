import type { FileChild } from 'docx'
import { intervalName } from '../../../../scoring/subjective/disclosure.ts'
import { between, type Report, score } from '../input.ts'
import { heading1, paragraph, tableCaption, tableOf } from '../style.ts'

/** What a reader in a hurry must know. */
export function findings(report: Report): FileChild[] {
  const { result, say, language, numbers } = report
  const { total } = result.uncertainty ?? {}
  const name = report.region.name || report.region.code
  const ranked = report.scheme.dimensions
    .filter(({ kind }) => kind !== 'deduction')
    .flatMap((dimension) => {
      const value = result.dimensions[dimension.id]
      return value == null ? [] : [{ dimension, value }]
    })
    .sort((a, b) => b.value - a.value)
  const [best, worst] = [ranked[0], ranked.at(-1)]
  const sampleKind = result.uncertainty?.subjective.kind ?? 'model'
  const totalLine = result.complete
    ? {
        zh: `${name}总分为 ${score(result.total)} 分${total ? `，${intervalName[sampleKind].zh}为 ${between(total.interval)}（区间只来自市民体验调查）` : ''}。`,
        en: `The total of ${name} is ${score(result.total)}${total ? `, ${intervalName[sampleKind].en} ${between(total.interval)}, which comes from the survey alone` : ''}.`,
      }
    : {
        zh: `${name}还缺 ${result.missing.length} 项数据，总分尚不能确定，将在 ${between(result.bounds.total)} 之间。`,
        en: `${result.missing.length} data of ${name} are missing: the total is not known yet; it will lie within ${between(result.bounds.total)}.`,
      }
  const extremes =
    best && worst && best !== worst
      ? {
          zh: `得分最高的一级指标是“${best.dimension.name.zh}”（${score(best.value)}），最低的是“${worst.dimension.name.zh}”（${score(worst.value)}）。`,
          en: `The highest L1 is “${best.dimension.name.en}” (${score(best.value)}), the lowest “${worst.dimension.name.en}” (${score(worst.value)}).`,
        }
      : null
  const rows = [
    [say({ zh: '客观指标', en: 'Objective' }), score(result.objective), '60'],
    [say({ zh: '市民体验', en: 'Citizen experience' }), score(result.subjective), '40'],
    [
      say({ zh: '扣分', en: 'Deductions' }),
      result.deductions.total ? `-${score(result.deductions.total)}` : score(result.deductions.total),
      '-8',
    ],
    [say({ zh: '总分', en: 'Total' }), score(result.total), '100'],
  ]
  return [
    heading1('findings', language),
    paragraph(say(totalLine), language),
    ...(extremes ? [paragraph(say(extremes), language)] : []),
    tableCaption(numbers, say({ zh: '总分构成', en: 'What the total is made of' }), language),
    tableOf(
      [
        { header: say({ zh: '构成', en: 'Part' }), width: 50 },
        { header: say({ zh: '得分', en: 'Points' }), width: 25, right: true },
        { header: say({ zh: '最多', en: 'At most' }), width: 25, right: true },
      ],
      rows,
    ),
  ]
}
