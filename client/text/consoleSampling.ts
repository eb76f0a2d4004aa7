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
    funnel: { zh: '参与漏斗', en: 'Participation funnel' },
    step: { zh: '步骤', en: 'Step' },
    count: { zh: '次数', en: 'Count' },
    ofPrevious: { zh: '占上一步', en: 'Of the step before' },
    rate: { zh: '指标', en: 'Rate' },
    value: { zh: '数值', en: 'Value' },
  },
}
