import type { Text } from '../../text.ts'

/** R13–R31: chapter 6, L1 to L4. */
export const city = {
  R13: {
    zh: '没有按 GB/T 33171 计算指数并建成公共平台的,整个分项得 0 分。',
    en: 'Without an index by GB/T 33171 and a public platform the whole item is 0.',
  },
  R14: {
    zh: '社会 APP 每个 1 分,没有自有 APP 也计,APP 合计最高 5 分;各等级道路分别计分后相加。',
    en: 'Third-party apps count 1 each, without an own app too, apps at most 5 in all; each road class has its own points.',
  },
  R15: {
    zh: '一个站点可有多块电子站牌(综合计数),站牌覆盖率超过 1 按 1 计。',
    en: 'A stop may have several electronic signs, so their ratio is taken as 1 at most.',
  },
  R16: {
    zh: '按泊位(车位)计数,不按停车场;路内非机动车停车位也计入。',
    en: 'Spaces are counted, not car parks; on-street spaces for non-motor vehicles count.',
  },
  R17: {
    zh: '只计街道和乡镇;其中一类总数为 0 时,另一类的比率占全部权重;两类都为 0 是错误。',
    en: 'Subdistricts and townships only; where one of them does not exist, the other takes the whole weight; both 0 is an error.',
  },
  R18: {
    zh: '普及率和互通率的分母都是机构总数;互通的机构单独计数。',
    en: 'Both ratios are over all institutions; interoperable ones are counted by themselves.',
  },
  R19: {
    zh: '公式外缺一层括号,按 20 ×(三级 + 二级)/ 总数 计;三级与二级之和不得大于总数。',
    en: 'A bracket is missing in print: 20 × (tertiary + secondary) / total; the two together cannot pass the total.',
  },
  R20: {
    zh: '师生合并计算比率,超过 1 按 1 计;教师、学生总数可有一个为 0,都为 0 是错误。',
    en: 'One ratio for teachers and students together, at most 1; one of the totals may be 0, not both.',
  },
  R21: {
    zh: '分子指系统已延伸到的街道、乡镇、社区、行政村数,合并计数。',
    en: 'Counted are the subdistricts, townships, communities and villages that the system has reached, in one pool.',
  },
  R22: {
    zh: '基础业务 15 项,每项 2 分;其他每项 2 分,最高 70 分。括号内的条件满足才可勾选。',
    en: '15 basic services at 2 points; others at 2 points, at most 70. The conditions in brackets are part of ticking a service.',
  },
  R23: {
    zh: '“L1P1-A1 中基础部分”应为 L1P7-A1,即 15 项基础业务;比率超过 1 按 1 计。',
    en: 'The reference to L1P1-A1 is a misprint for L1P7-A1, the 15 basic services; the ratio is at most 1.',
  },
  R24: {
    zh: '资源对接和服务支持各每项 10 分、最高 40 分(“项”“类”同义);集成 20 分。',
    en: 'Linked resources and supported services: 10 points each, at most 40 each; integration 20.',
  },
  R25: {
    zh: '部门比率 90% 及以上 30 分,60% 及以上 20 分,30% 及以上 10 分(恰为 30% 归入此档);网站和移动端都支持才计。',
    en: 'Departments: 90 % and above 30, 60 % and above 20, 30 % and above 10; sites and mobile ends must both be accessible.',
  },
  R26: {
    zh: '物业服务 6 项、便民服务 5 项是封闭列举,即总数。',
    en: 'The 6 property and 5 convenience matters are closed lists and give the totals.',
  },
  R27: {
    zh: '远程存储完整率的分母即已接入共享平台的摄像机数;为 0 时该部分得 0 分。',
    en: 'Complete remote storage is measured over the cameras on the sharing platform; where there are none that part is 0.',
  },
  R28: {
    zh: '企业和自然人的比率先各自按 1 封顶,再取平均;自然人人口数未定义时取常住人口。',
    en: 'Each ratio is capped at 1 before the mean is taken; natural persons are the resident population unless stated otherwise.',
  },
  R29: {
    zh: '没有举报事件时得满分。',
    en: 'Where no event was reported the item has full marks.',
  },
  R30: {
    zh: '两部分各 50 分,所述措施全部落实才为“是”。',
    en: 'Two parts of 50; a yes means that all of the measures described are in place.',
  },
  R31: {
    zh: '更新周期以年计,可为小数,不足 1 年按 1 年;从不更新的,该部分得 0 分;周期填 0 是错误。',
    en: 'The cycle is in years, decimals allowed, below 1 counts as 1; a map never updated gives 0 for that part; a cycle of 0 is an error.',
  },
} satisfies Record<string, Text>
