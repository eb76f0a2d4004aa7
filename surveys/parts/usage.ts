import type { Text } from '../../scoring/text.ts'
import { localText } from '../localText.ts'

/** Something that a person or their family may have used in the past twelve months. */
export interface Usage extends Text {
  /** e.g. `g1` */
  code: string
}

const question = 'S5'

/** Asks what was used: it decides what is asked afterwards. */
export const usagePage = (usages: Usage[]) => ({
  name: 'usage',
  title: localText({ zh: '使用情况', en: 'What you have used' }),
  elements: [
    {
      type: 'checkbox',
      name: question,
      title: localText({
        zh: '过去12个月，您本人或帮家人办过、用过下列哪些？（可多选）',
        en: 'In the past 12 months, which of these have you used, for yourself or for family? (Choose all that apply.)',
      }),
      description: localText({
        zh: '后面只问您用过的服务。',
        en: 'You will only be asked about what you have used.',
      }),
      choices: usages.map(({ code, zh, en }) => ({ value: code, text: localText({ zh, en }) })),
      showNoneItem: true,
      noneText: localText({ zh: '以上都没有', en: 'None of these' }),
    },
  ],
})

/** The condition of a question for those who used one of these. */
export const ifUsed = (codes: string[]): string => codes.map((code) => `{${question}} contains '${code}'`).join(' or ')
