/** What the console says of how people came into a sample, and of what that asks for before publication. */
export const samplingText = {
  part: {
    probability: {
      zh: '随机抽取部分：{n} 份答卷，{score} 分，在得分中占 {share}；',
      en: 'Drawn part: {n} responses, {score}, {share} of the score;',
    },
    model: {
      zh: '自愿参加部分：{n} 份答卷，{score} 分，在得分中占 {share}；',
      en: 'Volunteers: {n} responses, {score}, {share} of the score;',
    },
  },
  decisions: {
    title: { zh: '发布前须决定的事项', en: 'To be decided before publication' },
    undecided: { zh: '尚未决定', en: 'Not decided' },
    decided: { zh: '{by} 于 {at} 决定：{reason}', en: 'Decided by {by} on {at}: {reason}' },
    reason: { zh: '仍然发布的理由', en: 'Why to publish all the same' },
    record: { zh: '记录决定', en: 'Record the decision' },
    impossible: { zh: '没有得分，不能以决定代替。', en: 'There is no score; a decision cannot stand in for it.' },
  },
  participation: {
    rates: { zh: '应答率（AAPOR）', en: 'Response rates (AAPOR)' },
    disclosure: { zh: '样本说明', en: 'What kind of sample this is' },
    funnel: { zh: '参与漏斗', en: 'Participation funnel' },
    step: { zh: '步骤', en: 'Step' },
    count: { zh: '次数', en: 'Count' },
    ofPrevious: { zh: '占上一步', en: 'Of the step before' },
    rate: { zh: '指标', en: 'Rate' },
    value: { zh: '数值', en: 'Value' },
  },
  eligibility: {
    title: { zh: '资格不明者的合格比例 e', en: 'Eligible among those of unknown eligibility: e' },
    help: {
      zh: '抽中而始终没有联系上的人，有一部分并不属于调查对象。RR3、RR4 按这一比例估计；请写明依据，它与应答率一起公布。',
      en: 'Some of the drawn persons who were never reached do not belong to the population. RR3 and RR4 go by this share; say where it comes from: it is published with the rates.',
    },
    now: { zh: '现为 e = {share}；来源：{source}。', en: 'Now e = {share}. Source: {source}.' },
    share: { zh: '合格比例（%）', en: 'Share (%)' },
    source: { zh: '依据', en: 'Where it comes from' },
    record: { zh: '记录', en: 'Record' },
  },
}
