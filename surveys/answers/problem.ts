import type { Text } from '../../scoring/text.ts'

/** One thing that is wrong with an answer: of which question (or question.row), which rule, in words. */
export interface AnswerProblem {
  path: string
  code: AnswerProblemCode
  message: Text
}

const some = (values: readonly unknown[]) => {
  const shown = values.slice(0, 20).map(String)
  return values.length > shown.length ? [...shown, '…'] : shown
}

/** Every rule an answer can break, with its words. */
export const words = {
  unknownQuestion: (): Text => ({
    zh: '问卷中没有这道题',
    en: 'The questionnaire has no such question',
  }),
  hidden: (): Text => ({
    zh: '按前面的回答，这道题没有显示，请去掉它的答案',
    en: 'With the other answers as they are this question is not shown; leave its answer out',
  }),
  required: (): Text => ({ zh: '这道题需要回答', en: 'This question needs an answer' }),
  oneRequired: (): Text => ({ zh: '这一组至少要回答一题', en: 'At least one question of this group needs an answer' }),
  wrongType: (zh: string, en: string): Text => ({ zh: `应为${zh}`, en: `It must be ${en}` }),
  unknownChoice: (offered: readonly unknown[]): Text => ({
    zh: `没有这个选项，可选：${some(offered).join('、')}`,
    en: `There is no such choice; the choices are ${some(offered).join(', ')}`,
  }),
  duplicate: (): Text => ({ zh: '同一个选项选了两次', en: 'The same choice is there twice' }),
  exclusive: (choice: unknown): Text => ({
    zh: `“${choice}”不能与其他选项同时选择`,
    en: `“${choice}” cannot be chosen together with others`,
  }),
  tooFew: (least: number): Text => ({ zh: `至少选 ${least} 项`, en: `Choose at least ${least}` }),
  tooMany: (most: number): Text => ({ zh: `最多选 ${most} 项`, en: `Choose at most ${most}` }),
  tooShort: (least: number): Text => ({ zh: `至少 ${least} 个字符`, en: `At least ${least} characters` }),
  tooLong: (most: number): Text => ({ zh: `最多 ${most} 个字符`, en: `At most ${most} characters` }),
  tooSmall: (least: unknown): Text => ({ zh: `不得小于 ${least}`, en: `It must not be below ${least}` }),
  tooLarge: (most: unknown): Text => ({ zh: `不得大于 ${most}`, en: `It must not be above ${most}` }),
  notStep: (step: number): Text => ({ zh: `应为 ${step} 的倍数`, en: `It must be a multiple of ${step}` }),
  unknownRow: (): Text => ({ zh: '表格中没有这一行', en: 'The grid has no such row' }),
  rowMissing: (): Text => ({ zh: '每一行都要回答', en: 'Every row needs an answer' }),
  rowNotUnique: (): Text => ({ zh: '各行的选择不能相同', en: 'The rows must not have the same answer' }),
  otherEmpty: (): Text => ({ zh: '选择“其他”时请说明', en: 'Say what it is when you choose “other”' }),
  noComment: (): Text => ({ zh: '这道题没有附加说明栏', en: 'This question has no comment with the answer it has' }),
  invalid: (own: Text | undefined): Text => own ?? { zh: '答案不符合要求', en: 'The answer is not as it should be' },
  email: (): Text => ({ zh: '应为电子邮箱地址', en: 'It must be an e-mail address' }),
  noDigits: (): Text => ({ zh: '不能以数字结尾', en: 'It must not end in digits' }),
} satisfies Record<string, (...parts: never[]) => Text>

export type AnswerProblemCode = keyof typeof words
