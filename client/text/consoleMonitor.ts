/** What the monitor says. */

export const figures = {
  responses: {
    name: { zh: '有效答卷', en: 'Accepted responses' },
    help: { zh: '计入得分的答卷', en: 'Counted in the score' },
  },
  overQuota: {
    name: { zh: '超出配额', en: 'Over quota' },
    help: { zh: '保留，不计入得分', en: 'Kept, outside the score' },
  },
  screenedOut: {
    name: { zh: '不在对象范围', en: 'Not eligible' },
    help: { zh: '只计数，不保存', en: 'Counted, not stored' },
  },
  withdrawn: {
    name: { zh: '剔除与撤回', en: 'Excluded or withdrawn' },
    help: { zh: '按规则剔除或本人撤回', en: 'By a rule, or by the person' },
  },
  effective: {
    name: { zh: '有效样本量', en: 'Effective sample size' },
    help: { zh: '加权后相当于多少份简单随机样本（Kish）', en: 'What it is worth after weighting (Kish)' },
  },
  designEffect: {
    name: { zh: '设计效应', en: 'Design effect' },
    help: { zh: '样本量 ÷ 有效样本量', en: 'Sample size ÷ effective sample size' },
  },
} as const

export const live = {
  title: { zh: '实时得分', en: 'Live score' },
  tooFew: { zh: '答卷还太少，暂不能给出得分', en: 'There are too few responses yet for a score' },
  dimensions: { zh: '各维度得分', en: 'Scores by dimension' },
} as const

export const quotas = {
  title: { zh: '配额', en: 'Quotas' },
  none: { zh: '本调查没有设置配额', en: 'This survey has no quotas' },
  category: { zh: '类别', en: 'Category' },
  taken: { zh: '已有', en: 'Taken' },
  target: { zh: '目标', en: 'Target' },
  remaining: { zh: '尚缺', en: 'Remaining' },
  filled: { zh: '完成度', en: 'Filled' },
  policy: { zh: '满额后', en: 'When full' },
  policies: {
    count: { zh: '只计数', en: 'Count only' },
    close: { zh: '停止接收', en: 'Close' },
    tolerate: { zh: '允许略超', en: 'Tolerate' },
  },
} as const

export const sample = {
  title: { zh: '样本与总体', en: 'Sample and population' },
  category: { zh: '类别', en: 'Category' },
  respondents: { zh: '人数', en: 'Respondents' },
  shares: { zh: '对比', en: 'Compared' },
  sampleShare: { zh: '样本占比', en: 'Sample' },
  populationShare: { zh: '总体占比', en: 'Population' },
  ratio: { zh: '所需权重', en: 'Weight needed' },
  ratioHelp: {
    zh: '总体占比 ÷ 样本占比；大于 1 表示这类人答得少',
    en: 'Population share ÷ sample share; above 1: too few of them answered',
  },
  withoutValue: { zh: '另有 {n} 人未提供这一项', en: '{n} more gave no answer to this' },
} as const

export const quality = {
  title: { zh: '答题质量', en: 'Answers' },
  dontKnow: { zh: '“不了解或没用过”最多的题目', en: 'Questions with most “don’t know or not used”' },
  languages: { zh: '语言', en: 'Languages' },
  localeNames: {
    'zh-cn': { zh: '简体中文', en: 'Simplified Chinese' },
    'zh-tw': { zh: '繁体中文', en: 'Traditional Chinese' },
    en: { zh: '英文', en: 'English' },
  },
} as const
