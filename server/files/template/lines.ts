import { inLetters } from '../../../scoring/standard/evaluate.ts'
import type { Input, Option } from '../../../scoring/standard/input.ts'
import type { Item } from '../../../scoring/standard/item.ts'
import type { Dimension, Indicator } from '../../../scoring/standard/scheme.ts'
import type { Text } from '../../../scoring/text.ts'
import { optionLabel } from '../labels.ts'
import { howToFillIn, tickOptions, yesOrNo } from './how.ts'

/** A row of the sheet that an official fills in: an input, or one option of a set. */
export interface Line {
  /** Item, or the survey's L2. */
  id: string
  name: Text
  input: Input
  option: Option | null
  label: Text
  how: Text
  /** The item where the same fact is asked first (R9); null where it is to be filled in here. */
  givenIn: string | null
  /** On the first row of an item: how it is scored, and when its figures are taken. */
  remark: Text | null
}

/** @param ticks an option of a set has a row of its own, for a yes or no */
export function linesOf({ indicators }: Dimension, { ticks }: { ticks: boolean }): Line[] {
  return indicators.flatMap((indicator) => [
    ...surveyLine(indicator),
    ...indicator.items.flatMap((item) => itemLines(indicator, item, ticks)),
  ])
}

const surveyLine = ({ id, name, survey }: Indicator): Line[] =>
  survey
    ? [
        {
          id,
          name,
          input: survey,
          option: null,
          label: survey.label,
          how: howToFillIn(survey, [], false),
          givenIn: null,
          remark: null,
        },
      ]
    : []

function itemLines(indicator: Indicator, item: Item, ticks: boolean): Line[] {
  return item.inputs.flatMap((input, at) => {
    const givenIn = firstAsked(indicator, item, input)
    const common = { id: item.id, name: item.name, input, givenIn }
    const whole: Line = {
      ...common,
      option: null,
      label: input.label,
      how: givenIn
        ? asIn(givenIn)
        : ticks && input.type === 'set'
          ? tickOptions
          : howToFillIn(input, item.inputs, !ticks),
      remark: at === 0 ? remarkOf(item) : null,
    }
    if (!ticks || input.type !== 'set') return [whole]
    const options = input.options.map(
      (option): Line => ({
        ...common,
        option,
        label: optionLabel(input.label, option.label),
        how: yesOrNo,
        remark: null,
      }),
    )
    return [whole, ...options]
  })
}

function firstAsked({ items }: Indicator, item: Item, { key, shared }: Input): string | null {
  if (!shared) return null
  const first = items.find(({ inputs }) => inputs.some((input) => input.key === key && input.shared))
  return first && first.id !== item.id ? first.id : null
}

const asIn = (id: string): Text => ({ zh: `与 ${id} 相同，不必再填`, en: `As in ${id}; need not be filled in again` })

function remarkOf(item: Item): Text {
  const when =
    item.timing === 'point' ? { zh: '某一时点', en: 'at one point in time' } : { zh: '上一年度', en: 'the year before' }
  return {
    zh: [`表 ${item.table} ${item.name.zh}`, `统计时间：${when.zh}`, `计算：${inLetters(item.formula, 'zh')}`].join(
      '\n',
    ),
    en: [
      `Table ${item.table}, ${item.name.en}`,
      `Time: ${when.en}`,
      `Calculation: ${inLetters(item.formula, 'en')}`,
    ].join('\n'),
  }
}
