import type { FileChild } from 'docx'
import type { IndicatorSource } from '../../../shapes/evaluation.ts'
import { barOf } from '../bar.ts'
import { between, type Report, score } from '../input.ts'
import { figureCaption, heading1, heading2, tableCaption, tableOf } from '../style.ts'
import { comparedPart } from './compared.ts'

const sources: Record<IndicatorSource, { zh: string; en: string }> = {
  facts: { zh: '填报数据', en: 'facts' },
  imported: { zh: '导入', en: 'imported' },
  survey: { zh: '调查', en: 'survey' },
  missing: { zh: '缺', en: 'missing' },
}

/** The scores level by level; contributions of a level add up to the total. */
export function scores(report: Report): FileChild[] {
  const { say, language, numbers, scheme, result, region } = report
  const objective = scheme.dimensions.filter(({ kind }) => kind !== 'deduction')
  const contribution = (value: number | null | undefined, weight: number) =>
    value == null ? '—' : score((value * weight) / 100)
  return [
    heading1('scores', language),
    figureCaption(numbers, say({ zh: '一级指标得分(0–100)', en: 'L1 scores (0–100)' }), language),
    tableOf(
      [
        { header: say({ zh: '一级指标', en: 'L1' }), width: 30 },
        { header: '0 — 25 — 50 — 75 — 100', width: 45 },
        { header: say({ zh: '得分', en: 'Score' }), width: 25, right: true },
      ],
      objective.map(({ id, name, kind }) => {
        const value = result.dimensions[id]
        const interval = kind === 'subjective' ? (result.uncertainty?.subjective.interval ?? null) : null
        return [
          `${id} ${say(name)}`,
          value == null ? '—' : barOf(value, interval),
          value == null ? between(result.bounds.dimensions[id]) : score(value),
        ]
      }),
      { together: true },
    ),
    tableCaption(numbers, say({ zh: '一级指标与计入总分', en: 'L1s and their contributions' }), language),
    tableOf(
      [
        { header: say({ zh: '一级指标', en: 'L1' }), width: 40 },
        { header: say({ zh: '权重', en: 'Weight' }), width: 15, right: true },
        { header: say({ zh: '得分', en: 'Score' }), width: 20, right: true },
        { header: say({ zh: '计入总分', en: 'Contribution' }), width: 25, right: true },
      ],
      [
        ...objective.map(({ id, name, weight }) => [
          ...[`${id} ${say(name)}`, `${weight}%`, score(result.dimensions[id])],
          contribution(result.dimensions[id], weight),
        ]),
        [
          say({ zh: '信息安全扣分', en: 'Deductions' }),
          '',
          '',
          result.deductions.total ? `-${score(result.deductions.total)}` : score(result.deductions.total),
        ],
        [say({ zh: '总分', en: 'Total' }), '', '', score(result.total)],
      ],
      { together: true },
    ),
    ...comparedPart(report),
    heading2(say({ zh: '二级指标', en: 'L2 indicators' })),
    tableCaption(numbers, say({ zh: '二级指标得分', en: 'L2 scores' }), language),
    tableOf(
      [
        { header: say({ zh: '二级指标', en: 'L2' }), width: 40 },
        { header: say({ zh: '权重', en: 'Weight' }), width: 12, right: true },
        { header: say({ zh: '得分', en: 'Score' }), width: 14, right: true },
        { header: say({ zh: '计入总分', en: 'Contribution' }), width: 20, right: true },
        { header: say({ zh: '来源', en: 'Source' }), width: 14 },
      ],
      objective.flatMap(({ indicators }) =>
        indicators.map(({ id, name, weight }) => [
          ...[`${id} ${say(name)}`, `${weight}%`, score(result.indicators[id])],
          contribution(result.indicators[id], weight),
          say(sources[region.sources[id] ?? 'missing']),
        ]),
      ),
    ),
  ]
}
