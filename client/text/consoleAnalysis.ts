/** What the pages say that take a result apart. */

export const makeUp = {
  title: { zh: '总分构成', en: 'What the total is made of' },
  explain: {
    zh: '从 0 开始逐项累加：一级指标得分乘以权重，加上市民体验，减去扣分，到总分为止。',
    en: 'From 0 step by step: each dimension’s score times its weight, the survey, less the deductions, up to the total.',
  },
  points: { zh: '计入总分', en: 'Points of the total' },
  missing: { zh: '缺失', en: 'missing' },
} as const

export const comparison = {
  title: { zh: '与同组比较', en: 'Compared' },
  explain: {
    zh: '与同一批次、同一指标体系中您可以查看的 {n} 个地区（含本地区）比较，按目前数据计算。',
    en: 'With the {n} regions of the same round and scheme that you may see (this one included), as of now.',
  },
  alone: {
    zh: '同一批次、同一指标体系中没有您可以查看的其他地区。',
    en: 'There is no other region of this round and scheme for you to see.',
  },
  own: { zh: '本地区', en: 'This region' },
  mean: { zh: '同组平均', en: 'Mean of the group' },
  best: { zh: '同组最高', en: 'Best of the group' },
  leastOff: { zh: '扣分以最少为最好', en: 'of deductions the least is best' },
  difference: { zh: '与平均之差', en: 'From the mean' },
  regions: { zh: '地区数', en: 'Regions' },
  table: { zh: '各指标', en: 'Indicator by indicator' },
} as const

export const sensitivity = {
  title: { zh: '敏感性', en: 'Sensitivity' },
  explain: {
    zh: '换一种做法，市民体验得分和总分会变多少。只供判断稳健性，得分本身不变。',
    en: 'What the survey score and the total would be by other choices. It shows how robust they are; the score stays what it is.',
  },
  noSurvey: {
    zh: '市民体验得分是导入的或没有，不能换做法重算。',
    en: 'The survey score was imported or is missing: it cannot be worked out by other choices.',
  },
  methods: { zh: '权重、计分与截断', en: 'Weights, scale and trimming' },
  samples: { zh: '渠道与质量规则', en: 'Channels and quality rules' },
  choice: { zh: '做法', en: 'Choice' },
  respondents: { zh: '答卷', en: 'Responses' },
  withheld: {
    'few-respondents': { zh: '不足 30 份，不显示', en: 'withheld: fewer than 30 responses' },
    'few-apart': {
      zh: '与上面的一行相差不足 10 份，不显示',
      en: 'withheld: fewer than 10 responses apart from a row above',
    },
  },
  onTotal: { zh: '对总分的影响', en: 'Effect on the total' },
  sources: { zh: '计算与导入', en: 'Computed and imported' },
  sourcesExplain: {
    zh: '总分中有多少来自填报数据的计算，有多少是导入的、无法从数据复核。',
    en: 'How much of the total was computed from facts, and how much was imported and cannot be recomputed.',
  },
  from: { zh: '来源', en: 'Source' },
  indicators: { zh: '二级指标', en: 'Indicators' },
  share: { zh: '占总分', en: 'Of the total' },
  options: { zh: '选项', en: 'Options' },
  normalized: { zh: '按口径 R59 折算份额', en: 'Shares scaled up by ruling R59' },
  total: { zh: '总分', en: 'Total' },
} as const

export const earlierRounds = {
  title: { zh: '历次结果', en: 'Earlier rounds' },
  none: { zh: '以前的批次里没有本地区的结果', en: 'There is no result of this region in earlier rounds' },
  explain: {
    zh: '变化只在超出两次调查的抽样误差时才算显著（95%，两次样本相互独立）；客观数据视为准确，没有标准误时不作判断。',
    en: 'A change is significant only beyond the errors of both surveys (95 %, independent samples); objective data are taken as exact, and where no standard error is known nothing is said.',
  },
  round: { zh: '批次', en: 'Round' },
  now: { zh: '目前', en: 'now' },
  version: { zh: '第 {n} 版', en: 'version {n}' },
  totalChange: { zh: '总分变化', en: 'Change of the total' },
  survey: { zh: '市民体验得分', en: 'Survey score' },
  surveyChange: { zh: '体验变化', en: 'Change of the survey' },
  significant: { zh: '显著', en: 'significant' },
  withinChance: { zh: '在误差范围内', en: 'within chance' },
  unknown: { zh: '误差未知', en: 'error not known' },
} as const

export const whatIf = {
  title: { zh: '试算', en: 'What if' },
  explain: {
    zh: '改动只在这里试算，不会保存，也不会成为结果。',
    en: 'Changes are tried here only: nothing is kept, and nothing becomes a result.',
  },
  facts: { zh: '数据与导入得分', en: 'Facts and imported scores' },
  chooseItems: { zh: '选择要试改的分项', en: 'Choose items to change' },
  chooseScores: { zh: '选择要试改的导入得分', en: 'Choose imported scores to change' },
  survey: { zh: '市民体验', en: 'Survey' },
  surveyScore: { zh: '调查得分（0–100）', en: 'Survey score (0–100)' },
  chooseQuestions: { zh: '选择要试改的题目得分', en: 'Choose questions whose score changes' },
  weights: { zh: '权重', en: 'Weights' },
  chooseWeights: { zh: '选择要试改权重的二级指标', en: 'Choose indicators whose weight changes' },
  weightsSum: { zh: '权重合计 {sum}（应为 100）', en: 'Weights add up to {sum} (100 is needed)' },
  options: { zh: '选项', en: 'Options' },
  normalize: { zh: '折算不足 100% 的份额（口径 R59）', en: 'Scale up shares below 100 % (ruling R59)' },
  compute: { zh: '试算', en: 'Try it' },
  reset: { zh: '全部还原', en: 'Undo all' },
  before: { zh: '目前', en: 'Now' },
  after: { zh: '试算后', en: 'Then' },
  difference: { zh: '差', en: 'Difference' },
  parts: { zh: '差别从哪里来', en: 'Where the difference comes from' },
  part: { zh: '部分', en: 'Part' },
  sum: { zh: '合计', en: 'Sum' },
  refused: { zh: '不能试算：有 {n} 处需要更正', en: 'Not computed: {n} things need to be corrected' },
  nothing: { zh: '没有差别', en: 'No difference' },
  bounds: { zh: '介于', en: 'between' },
} as const

export const matrix = {
  title: { zh: '重要性与满意度', en: 'Importance and satisfaction' },
  explain: {
    zh: '重要性：最希望改进的方面中提到该维度的人的比例（不加权）；满意度：该维度得分。以各维度的中位数分四个象限。',
    en: 'Importance: share of people who named the dimension among what they would most like to see improved (unweighted); satisfaction: the score of the dimension. Four quadrants by the medians.',
  },
  none: { zh: '没有“最希望改进”的回答，不能比较', en: 'Nobody was asked what should be improved' },
  importance: { zh: '重要性', en: 'Importance' },
  satisfaction: { zh: '满意度', en: 'Satisfaction' },
  people: { zh: '{n} 人回答。', en: 'Answered by {n} people.' },
  quadrants: {
    improve: { zh: '优先改进：重要而不满意', en: 'Improve first: important, low satisfaction' },
    keep: { zh: '保持优势：重要且满意', en: 'Keep up: important, high satisfaction' },
    later: { zh: '次要改进：不太重要，不满意', en: 'Improve later: less important, low satisfaction' },
    enough: { zh: '维持：不太重要，满意', en: 'Enough: less important, high satisfaction' },
  },
} as const
