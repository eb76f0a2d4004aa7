import type { Text } from '../../text.ts'

/** R50–R63: annex A. */
export const county = {
  R50: {
    zh: '医疗机构指县级医院、社区卫生服务机构、乡镇卫生院、村卫生室,两个分项共用;独立设置的互联网医院不必在内,比率超过 1 按 1 计。',
    en: 'Medical institutions as defined in A1, shared by both items; internet hospitals need not be among them, so their ratio is at most 1.',
  },
  R51: {
    zh: '种养应用每种 8 分,最高 40 分;农业领域每种 20 分,最高 60 分;“种养周期测算及产量预估”是一种。',
    en: 'Growing and breeding uses 8 each, at most 40; farming fields 20 each, at most 60; cycle and yield estimation is one entry.',
  },
  R52: {
    zh: '公式中的“×100%”只是写法,b 为比率本身。',
    en: 'The “× 100 %” in the formula is a notation; b is the plain ratio.',
  },
  R53: { zh: '分母只计行政村。', en: 'The denominator is the number of administrative villages only.' },
  R54: {
    zh: '县级与乡镇级合并计算;其中一级图书馆总数可为 0,都为 0 是错误。',
    en: 'County and township libraries together; one of the totals may be 0, not both.',
  },
  R55: {
    zh: '立案率、派遣正确率、按时处置率、结案率标准未定义,直接填百分率;各档含下限;覆盖率按面积精确比较。',
    en: 'The four rates are not defined and are entered as percentages; each tier includes its lower end; coverage is compared exactly.',
  },
  R56: {
    zh: '两项能力各自 100 或 0,互不影响;公共事件与大型与突发事件是同一批事件。',
    en: 'The two abilities are 100 or 0 each, independently; the events above and below the line are the same.',
  },
  R57: {
    zh: '空气、水体各占一半,分母都是城区总面积(照印)。',
    en: 'Air and water weigh half each, both over the urban area, as printed.',
  },
  R58: {
    zh: '“50%×b,有得 50 分”使本分项最高 25 分、该二级最高 75 分;照标准公布的处理,没有选项改变它。',
    en: '“50 % × b, 50 points” reaches 25 only, so the L2 reaches 75 only; as published, and no option changes it.',
  },
  R59: {
    zh: '两个分项都印 40%,合计 80%。默认照印;选“份额归一”时该二级得分乘以 100/80,结果中注明。',
    en: 'Both items are printed with 40 %, 80 % in all. Default: as published; with “normalize shares” the L2 is multiplied by 100/80, and the result says so.',
  },
  R60: {
    zh: '“城市地区上述场所”应为县城地区;宽带用户按 500 Mb/s 及以上计。',
    en: '“Urban area” is a misprint for the county seat; users are counted from 500 Mb/s.',
  },
  R61: {
    zh: '按领域计数,领域数由县主管部门确定。',
    en: 'Fields are counted; their number is set by the county’s authority.',
  },
  R62: {
    zh: '表 A.20 在 L8 下印作 L9P1,按 6.1 的编号规则应为 L8P1,本平台一律用 L8P1。',
    en: 'Table A.20 prints L9P1 under L8; by the numbering of 6.1 it is L8P1, which is used everywhere.',
  },
  R63: { zh: '用词上的出入,不影响得分。', en: 'Differences of wording that do not affect the score.' },
} satisfies Record<string, Text>
