import type { Text } from '../../text.ts'

/** R1–R12: both schemes. */
export const general = {
  R1: {
    zh: '计算方法优先于数据要求,数据要求优先于指标名称,指标名称优先于表题和引言;权重以表 29、表 A.20 为准。',
    en: 'The formula prevails over the data requirement, that over the name of the item, that over the table title; for weights tables 29 and A.20 prevail.',
  },
  R2: {
    zh: '计算过程不取舍,只在显示时取两位小数(四舍五入)。分档按填报的十进制数精确比较:27.9/31 就是 90%。',
    en: 'Nothing is rounded on the way; two decimals are shown, half away from zero. Tiers compare the decimals as entered: 27.9 of 31 is 90 %.',
  },
  R3: {
    zh: '“以上”“及以上”“不低于”“多于…(含…)”包含本数;“以下”“小于”“低于”不含本数。',
    en: '“And above”, “not below” include the number itself; “below”, “less than” exclude it.',
  },
  R4: {
    zh: '二级得分为分项分数之和;一级得分为二级得分的加权平均;总分为客观部分加主观部分再减扣分,不低于 0。',
    en: 'An L2 is the sum of its items, an L1 the weighted mean of its L2s; the total is the objective plus the subjective part minus deductions, not below 0.',
  },
  R5: {
    zh: '分子属于分母的一部分时不得大于分母;分母为 0 是填报错误,确无此类对象时整个分项留空。',
    en: 'A part cannot pass its whole. A denominator of 0 is an error; where there is truly none, the whole item is left out.',
  },
  R6: {
    zh: '分子不是分母的一部分时,比率超过 1 按 1 计(标准写明的照标准,未写明的同样处理)。',
    en: 'Where what is counted is not part of the whole, a ratio above 1 is taken as 1, whether the standard says so or is silent.',
  },
  R7: {
    zh: '以“等”结尾、按项计分的列举是开放的:列出的逐项勾选,其余同类填入“其他”的数量,合计后按上限计。',
    en: 'A list that ends in 等 and gives so many points per entry is open: tick those named, count others of the kind; points stop at the limit.',
  },
  R8: {
    zh: '分项自身的数据一项都没有填,即为未提供:不计分、不当作 0,总分给出上下限。只填一部分是错误。',
    en: 'An item with none of its own data is not provided: not scored, never taken as 0; the total then has bounds. An item given in part is an error.',
  },
  R9: {
    zh: '标为共用的数据在同一二级指标的各分项中是同一个数,填一次即可;填了不同的数是错误。',
    en: 'A shared figure is the same in every item of its L2: give it once. Two different values are an error.',
  },
  R10: {
    zh: '数据取某一时点或此前一年,按标准所印;时点指标中的年度数据取最近一个完整年度。',
    en: 'Figures are taken at a point in time or over the year before, as printed; a yearly figure among them is that of the last full year.',
  },
  R11: {
    zh: '先检查全部数据;有任何错误就不计分,并列出所有错误。',
    en: 'All data are checked first; with any error there is no score, only the list of all errors.',
  },
  R12: {
    zh: 'CSV 每行一个填报项:编号、填报项、值;多选用分号连接;调查得分可作为一行填入。',
    en: 'A CSV has a row for each input: item, key, value; sets are joined by semicolons; the survey score may be a row of its own.',
  },
} satisfies Record<string, Text>
