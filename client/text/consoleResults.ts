/** What the result pages say. */

export const results = {
  title: { zh: '评价结果', en: 'Results' },
  none: { zh: '还没有您可以查看的评价', en: 'There is no evaluation for you to see yet' },
  total: { zh: '总体得分', en: 'Total score' },
  interval: { zh: '区间', en: 'Interval' },
  between: { zh: '数据不全，介于', en: 'Incomplete, between' },
  notComputable: { zh: '数据有误', en: 'Errors in the data' },
  objective: { zh: '客观部分', en: 'Objective' },
  subjective: { zh: '市民体验', en: 'Citizen experience' },
  objectivePart: { zh: '客观指标（满分 60）', en: 'Objective indicators (of 60)' },
  subjectivePart: { zh: '市民体验（满分 40）', en: 'Citizen experience (of 40)' },
  deductions: { zh: '信息安全扣分', en: 'Security deductions' },
  totalRaw: { zh: '合计', en: 'Sum' },
  state: { zh: '状态', en: 'State' },
  parts: { zh: '结果的各部分', en: 'Parts of the result' },
  tree: { zh: '逐级得分', en: 'Score tree' },
  surveyPart: { zh: '市民体验调查', en: 'Survey' },
  missing: { zh: '缺失（{n}）', en: 'Missing ({n})' },
  errors: {
    zh: '数据有 {n} 处错误，改正后才能计算',
    en: 'The data have {n} errors; nothing is computed until they are mended',
  },
  dimensions: { zh: '一级指标得分', en: 'Scores of the dimensions' },
  boundsHelp: { zh: '数据不全：总体得分在这两个数之间', en: 'Incomplete: the total lies between these two' },
  uncertaintyHelp: {
    zh: '只反映市民体验调查的不确定性，客观数据视为准确。',
    en: 'Of the survey only; objective data are taken as exact.',
  },
  rounding: {
    zh: '计算过程不舍入，仅显示时保留两位小数，因此各项相加可能与合计相差 0.01。',
    en: 'Nothing is rounded on the way; two decimals are for display, so the parts shown may differ from the sum by 0.01.',
  },
} as const

export const tree = {
  name: { zh: '指标', en: 'Indicator' },
  weight: { zh: '权重 / 份额', en: 'Weight / share' },
  contribution: { zh: '计入总分', en: 'Points of the total' },
  source: { zh: '来源', en: 'Source' },
} as const

export const working = {
  imported: {
    zh: '这一项的得分是导入的，没有可展开的原始数据。',
    en: 'This score was imported; there are no facts behind it here.',
  },
  noEvidence: { zh: '未注明数据来源', en: 'no source is noted' },
  colon: { zh: '：', en: ': ' },
} as const

export const missing = {
  none: { zh: '数据齐全', en: 'Nothing is missing' },
  explain: {
    zh: '缺失项不按 0 分计算：补齐之前，总体得分只知道在 {bounds} 之间。',
    en: 'What is missing does not count as 0: until it is given, the total is only known to lie within {bounds}.',
  },
  worth: { zh: '最多影响总分', en: 'At most worth' },
} as const

export const weak = {
  title: { zh: '短板', en: 'Weak points' },
  none: { zh: '没有可争取的分数', en: 'There are no points to be won' },
  explain: {
    zh: '按可争取的总分排列：与满分之差乘以权重；扣分项为已扣的分数。缺失的项不在其中。',
    en: 'By the points of the total that may be won: what is short of full marks times the weight; of deductions what was taken off. What is missing is left out.',
  },
  score: { zh: '得分 / 满分', en: 'Score / full marks' },
  recoverable: { zh: '可争取的总分', en: 'Points of the total' },
  department: { zh: '负责部门（数据来源）', en: 'Department (source of the facts)' },
} as const

export const gaps = {
  title: { zh: '客观与感受', en: 'Facts and perception' },
  byDimension: { zh: '按一级指标', en: 'By dimension' },
  byIndicator: { zh: '按二级指标', en: 'By indicator' },
  none: { zh: '没有可以对照的指标', en: 'There is no indicator to compare' },
  caution: {
    zh: '两边衡量的不是同一件事：客观得分看建设情况，市民评价看感受。只比较各自的高低次序，不要把两个数相减。',
    en: 'The two sides measure different things: what there is, and how content people are. Compare only the order within each side; do not subtract one number from the other.',
  },
  middle: {
    zh: '高低以所比较各项的中位数为界：客观 {objective}，市民评价 {perceived}。',
    en: 'High and low are told by the medians of what is compared: facts {objective}, residents {perceived}.',
  },
  objective: { zh: '客观得分', en: 'By the facts' },
  perceived: { zh: '市民评价', en: 'By residents' },
  quadrant: { zh: '位置', en: 'Where it stands' },
  quadrants: {
    'both-high': { zh: '两边都高', en: 'High on both sides' },
    'facts-higher': { zh: '客观高、感受低：建设未被感知', en: 'Facts high, residents low: not felt' },
    'residents-higher': {
      zh: '感受高、客观低：核对填报或口碑较好',
      en: 'Residents high, facts low: check the data, or well liked',
    },
    'both-low': { zh: '两边都低：短板', en: 'Low on both sides: a weak point' },
  },
} as const

export const survey = {
  none: { zh: '还没有市民体验得分', en: 'There is no survey score yet' },
  imported: {
    zh: '市民体验得分 {score} 为导入值，没有明细。',
    en: 'The survey score {score} was imported; it has no detail.',
  },
  summary: {
    zh: '市民体验得分 {score}，{n} 份有效答卷，有效样本量 {effective}。',
    en: 'Survey score {score} from {n} accepted responses, effective sample size {effective}.',
  },
  items: { zh: '各题得分', en: 'Scores by question' },
  dimension: { zh: '维度', en: 'Dimension' },
  item: { zh: '题目', en: 'Question' },
  weight: { zh: '权重', en: 'Weight' },
  rated: { zh: '评分人数', en: 'Ratings' },
  dontKnow: { zh: '不了解或没用过', en: 'Don’t know' },
  unscored: { zh: '不计分', en: 'Not scored' },
} as const

export const imports = {
  title: { zh: '导入得分', en: 'Import scores' },
  explain: {
    zh: '上传 CSV 或 XLSX，两列：indicator（指标或分项编号）与 score（得分；扣分项填扣去的分数）。新文件替换以前导入的全部得分；只有表头的文件则全部撤去。例如：',
    en: 'Upload a CSV or XLSX with two columns: indicator (id of an indicator or item) and score (for deduction items, the points off). A new file replaces all scores imported before; one with only its header takes them away. For example:',
  },
  choose: { zh: '选择文件', en: 'Choose a file' },
  done: { zh: '已导入 {rows} 行，第 {version} 版', en: '{rows} rows imported, version {version}' },
  refused: { zh: '没有导入：有 {n} 处需要更正', en: 'Not imported: {n} things need to be corrected' },
  nothingChanged: { zh: '以前的得分保持不变。', en: 'The scores given before are unchanged.' },
  notDraft: { zh: '已提交，得分不能再改。', en: 'Submitted; the scores can no longer be changed.' },
  where: { zh: '位置', en: 'Where' },
  what: { zh: '问题与改法', en: 'What is wrong and how to mend it' },
} as const

export const exports_ = {
  title: { zh: '导出', en: 'Export' },
  xlsx: { zh: 'Excel 工作簿', en: 'Excel workbook' },
  csv: { zh: 'CSV 表格', en: 'CSV table' },
  json: { zh: 'JSON（完整结果）', en: 'JSON (whole result)' },
  docx: { zh: 'Word 报告', en: 'Word report' },
  print: { zh: '打印页（存为 PDF）', en: 'Page to print (PDF)' },
  brief: { zh: '一页简报（PNG）', en: 'One-page brief (PNG)' },
  evidence: { zh: '本地评价佐证材料（L8P1-A2）', en: 'Evidence of the local evaluation (L8P1-A2)' },
  full: { zh: '完整结果包（供审核，含逐人答卷）', en: 'Full package (for auditors, with responses)' },
  public: { zh: '公开结果包', en: 'Public package' },
  responses: { zh: '答卷（去标识，CSV）', en: 'Responses, de-identified (CSV)' },
  design: { zh: '抽样与校准设计（JSON）', en: 'Sample design (JSON)' },
  population: { zh: '总体结构（CSV）', en: 'Population margins (CSV)' },
} as const
