import type { Text } from '../text.ts'
import type { SampleKind, SubjectiveScore } from './score.ts'

/** The same where the full name stands beside it. */
export const intervalShort: Record<SampleKind, Text> = {
  probability: { zh: '95% 置信区间', en: '95% confidence interval' },
  model: { zh: '95% 模型区间', en: '95% model-based interval' },
}

/** What the interval of an estimate is called, everywhere. */
export const intervalName: Record<SampleKind, Text> = {
  probability: { zh: '95% 置信区间', en: '95% confidence interval' },
  model: {
    zh: '95% 模型区间（非概率样本，不等于抽样误差）',
    en: '95% model-based interval (non-probability sample; not a sampling error)',
  },
}

export interface DisclosureFacts {
  /** `mixed`: a drawn sample and an open one, combined. */
  sample: SampleKind | 'mixed'
  respondents: number
  nEffective: number
  /** Names of the variables that the weights are calibrated to, where they are known; null: not calibrated. */
  calibratedTo: Text[] | null
  /** Where the population counts come from. */
  sources: Text[]
  /** Share of the drawn part in a combined score; of meaning for `mixed` alone. */
  share?: number
  /** What the organisers want to add; the paragraph can be extended, not shortened. */
  addition?: Text
}

/**
 * The paragraph that every result of a survey carries: how people came into the sample, and so what its interval means
 * (SURVEY-PRACTICE 3.1–3.2).
 */
export function disclosure({
  sample,
  respondents,
  nEffective,
  calibratedTo,
  sources,
  share = 0,
  addition,
}: DisclosureFacts): Text {
  const sizes: Text = {
    zh: `本次调查有效答卷 ${respondents} 份，有效样本量 ${Math.round(nEffective)}。`,
    en: `The survey has ${respondents} accepted responses, an effective sample of ${Math.round(nEffective)}.`,
  }
  return joined([
    sizes,
    drawn[sample](share),
    weighted(calibratedTo, sources),
    ...(addition === undefined ? [] : [addition]),
  ])
}

/**
 * The paragraph of a survey score.
 * @param variables names of those that the weights are calibrated to, where they are calibrated
 */
export const disclosureOf = (
  { kind, respondents, nEffective, calibration, mixed }: SubjectiveScore,
  variables: Text[],
  sources: Text[] = [],
): Text =>
  disclosure({
    ...{ sample: mixed && kind === 'model' ? 'mixed' : kind, respondents, nEffective, sources },
    share: mixed?.share ?? 0,
    calibratedTo: calibration.method === 'none' ? null : variables,
  })

const joined = (parts: Text[]): Text => ({
  zh: parts.map(({ zh }) => zh).join(''),
  en: parts.map(({ en }) => en).join(' '),
})

const percent = (share: number) => `${(100 * share).toFixed(0)}%`

const drawn: Record<DisclosureFacts['sample'], (share: number) => Text> = {
  probability: () => ({
    zh: '答卷人由抽样框随机抽取，入样概率已知；得分附 95% 置信区间，反映抽样误差，不含无应答、覆盖和测量误差。',
    en: 'Respondents were drawn at random from a frame with known probabilities. The score comes with a 95% confidence interval for sampling error; it does not cover non-response, coverage or measurement.',
  }),
  model: () => ({
    zh: '答卷人自愿参加，入样概率未知，属于非概率样本，无法计算抽样误差。所列为 95% 模型区间：它假定在加权所用变量的各类别之内，参加与否与答案无关；这一假定不成立时，区间不能反映真实误差。模型区间按线性化方法计算，已计入加权。',
    en: 'People took part of their own accord with unknown probabilities: this is a non-probability sample, and no sampling error can be calculated. The interval given is a 95% model-based interval. It assumes that within the categories used for weighting taking part is unrelated to the answers; where that is not so, the interval does not show the true error. It is worked out by linearisation and takes the weighting into account.',
  }),
  mixed: (share) => ({
    zh: `样本由随机抽取和自愿参加两部分组成，分别加权后按调查开始前确定的比例合成（随机部分占 ${percent(share)}）；两部分的结果均另行列出。合成得分属于模型估计，所列为 95% 模型区间：它假定自愿参加者在加权所用变量的各类别之内与其他居民没有差别，不等于抽样误差。`,
    en: `The sample has two parts, one drawn at random and one of volunteers; each is weighted by itself and they are combined by a share fixed before the survey opened (${percent(share)} for the drawn part). Both parts are given as well. A combined score is model-based, and so is its 95% interval: it assumes that within the categories used for weighting volunteers are like other residents. It is not a sampling error.`,
  }),
}

function weighted(variables: Text[] | null, sources: Text[]): Text {
  if (variables === null) return { zh: '结果未按总体结构加权。', en: 'The results are not weighted to the population.' }
  if (variables.length === 0) return { zh: '结果按总体结构加权。', en: 'Results are weighted to the population.' }
  const [from, origin] = [sources.map(({ zh }) => zh).join('；'), sources.map(({ en }) => en).join('; ')]
  return {
    zh: `结果按${variables.map(({ zh }) => zh).join('、')}的总体结构加权${from === '' ? '' : `（来源：${from}）`}。`,
    en: `Results are weighted to the population by ${variables.map(({ en }) => en).join(', ')}${origin === '' ? '' : ` (source: ${origin})`}.`,
  }
}
