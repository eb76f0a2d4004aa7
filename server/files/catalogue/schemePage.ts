import { formulaLines } from '../../../scoring/objective/trace.ts'
import type { Input } from '../../../scoring/standard/input.ts'
import { type Item, mostOf } from '../../../scoring/standard/item.ts'
import type { RulingId } from '../../../scoring/standard/rulings.ts'
import { type Dimension, type Indicator, type Scheme, standard } from '../../../scoring/standard/scheme.ts'
import type { Language, Text } from '../../../scoring/text.ts'
import { howToFillIn } from '../template/how.ts'
import { heading, list, table } from './markdown.ts'

const words = {
  intro: {
    zh: '由源代码中的指标数据生成(`npm run docs`),与计算所用的完全一致。公式里的名称就是填报项。',
    en: 'Made from the items in the source (`npm run docs`), the very ones that scores are computed with. Names in a formula are those of the inputs.',
  },
  dimension: { zh: '一级指标', en: 'L1' },
  weight: { zh: '权重', en: 'Weight' },
  indicators: { zh: '二级指标数', en: 'L2s' },
  items: { zh: '分项数', en: 'Items' },
  total: { zh: '合计', en: 'Total' },
  table: { zh: '表', en: 'table' },
  share: { zh: '份额', en: 'share' },
  maximum: { zh: '满分', en: 'maximum' },
  takesOff: { zh: '最多扣', en: 'takes off at most' },
  time: { zh: '统计时间', en: 'time' },
  point: { zh: '某一时点', en: 'at one point in time' },
  year: { zh: '上一年度', en: 'the year before' },
  key: { zh: '键', en: 'Key' },
  input: { zh: '填报项', en: 'Input' },
  unit: { zh: '单位', en: 'Unit' },
  how: { zh: '填法', en: 'How to fill in' },
  shared: { zh: '本二级指标内共用', en: 'shared within its L2' },
  rulings: { zh: '口径', en: 'Rulings' },
  survey: { zh: '由市民体验调查得分(0–100)', en: 'Scored by the citizen experience survey (0–100)' },
  deduction: { zh: '扣分', en: 'deductions' },
} satisfies Record<string, Text>

/** A scheme as a page to read beside the printed standard: every item with inputs, formula in letters and rulings. */
export function schemePage(scheme: Scheme, language: Language): string {
  const say = (text: Text) => text[language]
  return [
    heading(1, `${standard} · ${say(scheme.name)}`),
    `${say(scheme.source)}. ${say(words.intro)}`,
    coverage(scheme, language),
    ...scheme.dimensions.map((dimension) => dimensionPart(dimension, language)),
  ].join('\n\n')
}

export const itemsIn = ({ indicators }: Dimension): number =>
  indicators.reduce((sum, { items }) => sum + items.length, 0)

function coverage({ dimensions }: Scheme, language: Language): string {
  const say = (text: Text) => text[language]
  const rows = dimensions.map((one) => [
    `[${one.id} ${say(one.name)}](#${one.id})`,
    one.kind === 'deduction' ? say(words.deduction) : `${one.weight}%`,
    String(one.indicators.length),
    String(itemsIn(one)),
  ])
  const sum = (count: (one: Dimension) => number) => String(dimensions.reduce((total, one) => total + count(one), 0))
  return table([words.dimension, words.weight, words.indicators, words.items].map(say), [
    ...rows,
    [say(words.total), '100%', sum(({ indicators }) => indicators.length), sum(itemsIn)],
  ])
}

function dimensionPart(dimension: Dimension, language: Language): string {
  const { id, name, kind, weight, indicators } = dimension
  const worth = kind === 'deduction' ? words.deduction[language] : `${weight}%`
  return [
    `<a id="${id}"></a>`,
    heading(2, `${id} ${name[language]} (${worth})`),
    ...indicators.map((indicator) => indicatorPart(indicator, kind, language)),
  ].join('\n\n')
}

function indicatorPart(
  { id, name, weight, table, survey, rulings, items }: Indicator,
  kind: Dimension['kind'],
  language: Language,
): string {
  const about = [
    ...(table === null ? [] : [`${words.table[language]} ${table}`]),
    ...(kind === 'deduction' ? [] : [`${weight}%`]),
  ]
  return [
    heading(3, `${id} ${name[language]} (${about.join(', ')})`),
    ...(survey ? [words.survey[language]] : []),
    ...(rulings.length > 0 ? [rulingLine(rulings, language)] : []),
    ...items.map((item) => itemPart(item, language)),
  ].join('\n\n')
}

function itemPart(item: Item, language: Language): string {
  const say = (text: Text) => text[language]
  const worth =
    item.kind === 'scored'
      ? `${say(words.share)} ${item.share}%${item.maximum === item.share ? '' : `, ${say(words.maximum)} ${item.maximum}`}`
      : `${say(words.takesOff)} ${mostOf(item)}`
  const formula = formulaLines(item).map(({ name, letters }) => `${say(name)} = ${say(letters)}`)
  return [
    heading(4, `${item.id} ${say(item.name)}`),
    `${worth} · ${say(words.time)}: ${say(words[item.timing])}`,
    table(
      [words.key, words.input, words.unit, words.how].map(say),
      item.inputs.map((input) => inputRow(input, item.inputs, language)),
    ),
    list(formula),
    ...(item.rulings.length > 0 ? [rulingLine(item.rulings, language)] : []),
  ].join('\n\n')
}

const inputRow = (input: Input, others: Input[], language: Language): string[] => [
  `\`${input.key}\``,
  `${input.label[language]}${input.shared ? ` (${words.shared[language]})` : ''}`,
  'unit' in input ? input.unit[language] : '',
  howToFillIn(input, others, true)[language],
]

const rulingLine = (rulings: RulingId[], language: Language): string =>
  `${words.rulings[language]}: ${rulings.map((id) => `[${id}](rulings.${language}.md#${id})`).join(', ')}`
