import type { Text } from '../text.ts'

const percent = (share: number) => `${(100 * share).toFixed(1)}%`

/** What the cautions say, and what is to be done. */
export const cautionText = {
  noResponses: (): Text => ({
    zh: '还没有有效答卷，无法计算得分。请检查调查是否已经开放、链接是否已经发出。',
    en: 'There are no accepted responses yet, so there is no score. See that the survey is open and its links are out.',
  }),
  zeroCell: (name: Text, share: number): Text => ({
    zh: `${name.zh}没有答卷（占总体 ${percent(share)}），加权无法代表这些人，其余类别按各自比例代替。请补充该类样本，或在总体结构中把它并入相近类别并记录决定。`,
    en: `${name.en} has no respondents (${percent(share)} of the population): weighting can't speak for them, and the other categories stand in by their shares. Collect responses there, or fold it into a similar category and record the decision.`,
  }),
  noPopulation: (name: Text, respondents: number): Text => ({
    zh: `${name.zh}在总体结构中为 0 人，却有 ${respondents} 份答卷，这些答卷的权重为 0。请核对总体数据或类别划分。`,
    en: `The population has nobody in ${name.en}, but ${respondents} responded; their weight is 0. Check the population figures or the categories.`,
  }),
  thinCategory: (name: Text, respondents: number, fewest: number): Text => ({
    zh: `${name.zh}只有 ${respondents} 份答卷，少于 ${fewest} 份，权重不稳定。请补充样本，或并入相近类别；仍要发布须记录决定。`,
    en: `${name.en} has ${respondents} respondents, fewer than ${fewest}: its weights are unstable. Collect more or fold it into a similar category; to publish as it is, record the decision.`,
  }),
  foldedCategory: (name: Text, decided: boolean): Text => ({
    zh: `${name.zh}由人数过少的类别合并而成，各类别之间的差别没有加权。${decided ? '处理方式见调查的决定。' : '请把合并的原因记入调查的决定；仍要分开时须补充样本。'}`,
    en: `${name.en} was folded together from categories with too few people, so differences between them are not weighted for. ${decided ? "The reason is among the survey's decisions." : 'Record the reason among the decisions of the survey, or collect more responses to keep them apart.'}`,
  }),
  totalsDisagree: (list: string, decided: boolean): Text => ({
    zh: `各总体结构的合计不一致（${list}），均按比例使用。${decided ? '处理方式见调查的决定。' : '请核对口径，并把处理方式记入调查的决定。'}`,
    en: `The margins have different totals (${list}); all are read as shares. ${decided ? "How they are reconciled is among the survey's decisions." : 'Check whom each one covers, and record the decision with the survey.'}`,
  }),
  notConverged: (sweeps: number, gap: number): Text => ({
    zh: `加权未收敛：${sweeps} 轮后仍有类别与总体相差 ${percent(gap)}，得分不可发布。常见原因是总体结构互相矛盾，或交叉类别没有答卷：请核对总体数据、合并类别或减少加权变量。`,
    en: `The weights have not converged: after ${sweeps} sweeps a category is still ${percent(gap)} off its population. Margins that contradict each other or empty combinations are the usual cause: check the figures, fold categories, or rake on fewer variables.`,
  }),
  trimUnmet: (cycles: number): Text => ({
    zh: `权重截断未能稳定：${cycles} 轮后仍有权重超出约定的上下限，得分不可发布。请放宽上下限、合并类别或减少加权变量，并记录决定。`,
    en: `Trimming has not settled: after ${cycles} rounds some weights are still outside the agreed bounds. Widen the bounds, fold categories or rake on fewer variables, and record the decision.`,
  }),
  weightCap: (above: number, share: number, largest: number, cap: number): Text => ({
    zh: `${above} 份答卷（${percent(share)}）的权重超过平均值的 ${cap} 倍，最大为 ${largest.toFixed(1)} 倍，少数人对得分影响过大。请在代表不足的类别补充样本、合并类别，或采用事先约定的截断；仍要发布须记录决定。`,
    en: `${above} responses (${percent(share)}) weigh more than ${cap} times the mean, the heaviest ${largest.toFixed(1)} times: few people sway the score. Collect more where the sample is short, fold categories, or use the trimming agreed beforehand; to publish as it is, record the decision.`,
  }),
  lonelyStratum: (code: string): Text => ({
    zh: `层“${code}”只有 1 份答卷，无法估计标准误。请补充样本，或与相近的层合并。`,
    en: `Stratum "${code}" has a single respondent, so no standard error can be formed. Collect more, or merge it with a similar stratum.`,
  }),
  thinItem: (label: Text, raters: number, fewest: number): Text => ({
    zh: `“${label.zh}”只有 ${raters} 人评分，少于 ${fewest} 人，不计分；其权重由同一二级指标（没有时由同一维度）的其他题目分担。`,
    en: `"${label.en}" was rated by ${raters}, fewer than ${fewest}, and is not scored; its weight goes to the other items of its indicator, or else of its dimension. More responses from people who use it would bring it back.`,
  }),
  emptyDimension: (label: Text, spread: boolean): Text =>
    spread
      ? {
          zh: `维度“${label.zh}”没有可计分的题目；按已记录的决定，其权重分给了其他维度，得分与完整口径不可比。`,
          en: `Dimension "${label.en}" has no item that can be scored; by a recorded decision its weight went to the other dimensions, and the score is not comparable with a complete one.`,
        }
      : {
          zh: `维度“${label.zh}”没有可计分的题目，因此无法计算得分。请补充答卷；不在维度之间自动转移权重。`,
          en: `Dimension "${label.en}" has no item that can be scored, so there is no survey score. Collect more responses; weight is not moved between dimensions silently.`,
        },
  highDontKnow: (label: Text, rate: number, most: number): Text => ({
    zh: `“${label.zh}”有 ${percent(rate)} 的人选“不了解或没用过”（超过 ${percent(most)}），得分只代表用过的人，解读时请注明。`,
    en: `${percent(rate)} chose "don't know or not used" for "${label.en}" (more than ${percent(most)}): its score speaks for users only; say so when reading it.`,
  }),
}
