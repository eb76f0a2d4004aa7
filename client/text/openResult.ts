/** What the public page of a published result says. */
export const openText = {
  title: { zh: '{region}：评价结果', en: '{region}: evaluation result' },
  madeUp: { zh: '示例数据，非真实结果。', en: 'Made-up data, not a real result.' },
  published: { zh: '第 {version} 版，{date} 发布', en: 'Version {version}, published on {date}' },
  correction: {
    zh: '本版更正了以前发布的结果：{reason}',
    en: 'This version corrects what was published before: {reason}',
  },
  total: { zh: '总体得分及构成', en: 'The total and what it is made of' },
  dimensions: { zh: '一级指标得分（0–100）', en: 'Dimensions (0–100)' },
  survey: { zh: '市民体验调查：各维度（0–100）', en: 'Survey: dimensions (0–100)' },
  groups: { zh: '市民体验调查：各群体（0–100）', en: 'Survey: groups (0–100)' },
  what: { zh: '内容', en: 'What' },
  score: { zh: '得分', en: 'Score' },
  interval: { zh: '95% 区间', en: '95% interval' },
  respondents: { zh: '答卷数', en: 'Respondents' },
  withheld: { zh: '不公布', en: 'Withheld' },
  withheldHelp: {
    zh: '人数太少的群体，以及可由总数推出的群体，不公布得分。',
    en: 'Scores of groups of few people, and of groups that they could be derived from, are withheld.',
  },
  method: { zh: '依据、方法与样本', en: 'Basis, method and sample' },
  standard: {
    zh: '依据 {standard}《新型智慧城市评价指标》。',
    en: 'By {standard}, Evaluation indicators for new-type smart cities.',
  },
  data: { zh: '数据', en: 'Data' },
  csv: { zh: '下载 CSV', en: 'Download as CSV' },
  hash: { zh: '结果的 SHA-256：', en: 'SHA-256 of the result:' },
} as const
