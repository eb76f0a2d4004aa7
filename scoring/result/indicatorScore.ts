import type { ItemScore } from '../objective/scoreItem.ts'
import { divideFractions, exactly, type Fraction, isGap, one } from '../standard/exact.ts'
import { type Item, mostOf } from '../standard/item.ts'
import type { Dimension, Indicator } from '../standard/scheme.ts'
import type { CheckedRegion } from './checkRegion.ts'
import type { IndicatorSource } from './result.ts'
import { known, type Span, scaleSpan, sumSpans, unknownUpTo } from './span.ts'

/** An L2 and its items with what is known of them. */
export interface IndicatorScore {
  indicator: Indicator
  kind: Dimension['kind']
  source: IndicatorSource
  span: Span
  /** By item; all unknown, yet none missing, where the L2's own score was imported. */
  items: { item: Item; span: Span; missing: boolean }[]
  /** Items scored from facts. */
  steps: ItemScore[]
}

/** R59: 100 / Σ shares, 1 where the shares add up to 100. */
const normalizing = ({ items }: Indicator): Fraction =>
  divideFractions(
    exactly(100),
    exactly(items.reduce((sum, item) => sum + (item.kind === 'scored' ? item.share : 0), 0)),
  )

function itemSpan(item: Item, { steps, scores }: CheckedRegion): Span {
  const value = steps[item.id]?.step.value ?? scores[item.id]?.exact
  return value && !isGap(value) ? known(value) : unknownUpTo(mostOf(item))
}

export function scoreIndicator(
  indicator: Indicator,
  kind: Dimension['kind'],
  region: CheckedRegion,
  normalizeShares: boolean,
): IndicatorScore {
  if (kind === 'subjective') return surveyScore(indicator, region)
  const steps = indicator.items.flatMap((item) => region.steps[item.id] ?? [])
  const spans = indicator.items.map((item) => itemSpan(item, region))
  const whole = region.scores[indicator.id]
  const factor = normalizeShares && kind === 'objective' ? normalizing(indicator) : one
  const isImported = whole !== undefined || indicator.items.some(({ id }) => id in region.scores)
  return {
    indicator,
    kind,
    source: isImported ? 'imported' : steps.length > 0 ? 'facts' : 'missing',
    span: whole ? known(whole.exact) : scaleSpan(sumSpans(spans), factor),
    items: indicator.items.map((item, index) => {
      const span = spans[index] ?? unknownUpTo(mostOf(item))
      return { item, span, missing: !whole && span.value === null }
    }),
    steps,
  }
}

const surveyScore = (indicator: Indicator, { survey }: CheckedRegion): IndicatorScore => ({
  indicator,
  kind: 'subjective',
  source: survey?.source ?? 'missing',
  span: survey ? known(survey.exact) : unknownUpTo(100),
  items: [],
  steps: [],
})
