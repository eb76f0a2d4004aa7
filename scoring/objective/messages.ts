import type { Text } from '../text.ts'
import type { DataProblem, Reason } from './problem.ts'

/** A problem before it is put into words. */
export interface Finding extends Omit<DataProblem, 'message'> {
  /** Names of the item and the input, where the scheme knows them. */
  name: Text
  /** The value that was found. */
  found?: unknown
  /** What is expected, or what the value is held against. */
  expected?: Text
}

const none: Text = { zh: '', en: '' }

interface Words {
  found: string
  expected: Text
}

const shouldBe = ({ found, expected }: Words): Text => ({
  zh: `填的是“${found}”，应为${expected.zh}`,
  en: `found “${found}”, expected ${expected.en}`,
})

/** What was found, what is expected and how to mend it, by reason. */
const words: Record<Reason, (of: Words) => Text> = {
  unknownItem: ({ found }) => ({
    zh: `本指标体系没有编号“${found}”。请核对编号，以及所选的指标体系（地级及以上城市或县域）`,
    en: `this scheme has no “${found}”. Check the id, and whether the right scheme (city or county) was chosen`,
  }),
  unknownInput: ({ found, expected }) => ({
    zh: `没有填报项“${found}”。此处的填报项是：${expected.zh}`,
    en: `there is no input “${found}”. The inputs here are: ${expected.en}`,
  }),
  emptyValue: ({ expected }) => ({
    zh: `没有填值，应为${expected.zh}。确实没有数据时，请把整个分项留空`,
    en: `no value; expected ${expected.en}. Where there are no data leave out the whole item`,
  }),
  notNumber: ({ found, expected }) => ({
    zh: `填的是“${found}”，应为${expected.zh}。只用半角数字，不带单位、千位分隔符和百分号`,
    en: `found “${found}”, expected ${expected.en}: plain digits without unit, separator of thousands or per cent sign`,
  }),
  notBoolean: shouldBe,
  notList: shouldBe,
  notFinite: ({ found, expected }) => ({
    zh: `填的是“${found}”，不是有限的数。应为${expected.zh}`,
    en: `found “${found}”, which is no finite number; expected ${expected.en}`,
  }),
  negative: shouldBe,
  notInteger: ({ found, expected }) => ({
    zh: `填的是“${found}”，应为${expected.zh}。数量不能有小数`,
    en: `found “${found}”, expected ${expected.en}; a count has no fraction`,
  }),
  outOfRange: ({ found, expected }) => ({
    zh: `填的是“${found}”，超出范围。应为${expected.zh}`,
    en: `found “${found}”, which is out of range; expected ${expected.en}`,
  }),
  unknownOption: ({ found, expected }) => ({
    zh: `填的是“${found}”，其中有不认识的选项（区分大小写）。应为${expected.zh}`,
    en: `found “${found}”, which is not among the options (case matters); expected ${expected.en}`,
  }),
  duplicateOption: ({ found }) => ({
    zh: `填的是“${found}”，同一选项出现了两次。每个选项只写一次`,
    en: `found “${found}”, where an option occurs twice. Name each option once`,
  }),
  sharedConflict: ({ found, expected }) => ({
    zh: `填的是“${found}”，而同一数据在 ${expected.zh}。两处应一致，或只填一处`,
    en: `found “${found}”, but the same fact is ${expected.en}. Give both the same value, or give it once`,
  }),
  missingInput: ({ expected }) => ({
    zh: `这个分项填了一部分，缺少此项。应为${expected.zh}；确实没有数据时，请把整个分项留空`,
    en: `the item is given in part and this is missing; expected ${expected.en}. Where there are no data leave out the whole item`,
  }),
  exceeds: ({ found, expected }) => ({
    zh: `填的是“${found}”，超过了${expected.zh}。部分不能大于总数，请核对两个数`,
    en: `found “${found}”, more than ${expected.en}. A part cannot pass its whole: check both figures`,
  }),
  zeroDenominator: () => ({
    zh: '为 0，不能作除数。确实没有这类对象时，请把整个分项留空，按缺项处理',
    en: 'is 0, and something is divided by it. Where there is truly none, leave out the whole item: it is then reported as not scored',
  }),
  duplicateInput: ({ found }) => ({
    zh: `重复填报，这里又填了“${found}”。请只保留一行`,
    en: `given before, here again as “${found}”. Keep one row`,
  }),
  scoreConflict: ({ found, expected }) => ({
    zh: `又导入了得分“${found}”，而${expected.zh}。同一个二级指标只能有一个来源，请删去其中之一`,
    en: `here the score “${found}” is imported, but ${expected.en}. An L2 has one source: remove one of them`,
  }),
}

const longest = 60

function shownValue(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

/** The problem in words: the place first, then what is wrong. */
export function said({ name, found, expected = none, ...problem }: Finding): DataProblem {
  const { zh, en } = words[problem.reason]({ found: shownValue(found), expected })
  const place = (text: string) => [problem.item, text].filter((part) => part !== '').join(' ')
  return { ...problem, message: { zh: `${place(name.zh)}：${zh}`, en: `${place(name.en)}: ${en}` } }
}
