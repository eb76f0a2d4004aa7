/** What the console says about regions themselves: province, residents, departments. */
export const regions = {
  title: { zh: '地区资料', en: 'About the regions' },
  explain: {
    zh: '省份和常住人口用于分组和比较。不填写时，省份取自行政区划代码，人口取自调查的总体结构。',
    en: 'Province and residents are what regions are grouped and compared by. Where nothing is entered, the province comes from the code and the residents from the margins of the survey.',
  },
  province: { zh: '所属省份', en: 'Province' },
  population: { zh: '常住人口（人）', en: 'Residents' },
  provinceOf: { zh: '{region}：所属省份', en: '{region}: province' },
  populationOf: { zh: '{region}：常住人口', en: '{region}: residents' },
  save: { zh: '保存', en: 'Save' },
  saveOf: { zh: '保存：{region}', en: 'Save: {region}' },
  among: { zh: '与谁比较', en: 'Compared with' },
  groups: {
    round: { zh: '全部', en: 'All' },
    province: { zh: '同省', en: 'Same province' },
    size: { zh: '同等规模', en: 'Same size' },
  },
  groupIs: { zh: '组：{name}', en: 'Group: {name}' },
  departments: { zh: '责任部门登记', en: 'Register of departments' },
  departmentsHelp: {
    zh: '每行一条“代码=部门”，如 L1P1=市发展改革委。可填一级、二级指标、分项或市民体验维度的代码；未填的分项沿用其二级、一级指标的部门，再没有则用数据来源。',
    en: 'A line each, “id=department”, e.g. L1P1=Development and Reform Commission. Ids of dimensions, indicators, items, or dimensions of the survey; an item without one has that of its indicator or dimension, else the source noted with its facts.',
  },
  wrongLine: {
    zh: '第 {line} 行读不懂：“{text}”。请写成“代码=部门”。',
    en: 'Line {line} cannot be read: “{text}”. Write “id=department”.',
  },
  twice: { zh: '第 {line} 行：{id} 已经登记过了。', en: 'Line {line}: {id} is there already.' },
} as const
