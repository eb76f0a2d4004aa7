import type { Text } from '../../scoring/text.ts'
import { localText } from '../localText.ts'
import { choice, undisclosed } from './choice.ts'

/** Longest open answer, in characters. */
export const longestComment = 200

const personal = (name: string, zh: string, en: string, choices: object[]) => ({
  type: 'radiogroup',
  name,
  title: localText({ zh, en }),
  choices: [...choices, undisclosed],
})

/** In town or in the country. */
const placeTypes = [
  choice('urban', '城区', 'In the city'),
  choice('town', '镇', 'In a town'),
  choice('village', '村', 'In a village'),
]

interface Household {
  question: Text
  here: Text
  elsewhere: Text
}

/**
 * Who answered: for comparison between groups, never for the weights.
 * @param asksPlaceType unless the screening has asked it already
 */
export const demographicsPage = (
  { question, here, elsewhere }: Household,
  { asksPlaceType }: { asksPlaceType: boolean },
) => ({
  name: 'demographics',
  title: localText({ zh: '几个统计问题', en: 'A few questions for the statistics' }),
  description: localText({
    zh: '只用于分组比较，都可以不回答。',
    en: 'Only used to compare groups. You may leave any of them out.',
  }),
  elements: [
    personal('P1', '您的受教育程度是？', 'What is your highest level of education?', [
      choice('primary', '小学及以下', 'Primary school or below'),
      choice('junior', '初中', 'Junior secondary school'),
      choice('senior', '高中、中专', 'Senior secondary or vocational school'),
      choice('college', '大专', 'Junior college'),
      choice('university', '本科及以上', 'Bachelor’s degree or above'),
    ]),
    personal('P2', question.zh, question.en, [
      choice('local', here.zh, here.en),
      choice('elsewhere', elsewhere.zh, elsewhere.en),
    ]),
    personal('P3', '您在这里居住了多久？', 'How long have you lived here?', [
      choice('under-1', '半年到1年', 'Six months to a year'),
      choice('1-5', '1年到5年', '1 to 5 years'),
      choice('over-5', '5年以上', 'More than 5 years'),
    ]),
    personal('P4', '您目前的职业状况是？', 'What is your present occupation?', [
      choice('public', '机关、事业单位', 'Government or public institution'),
      choice('company', '企业', 'Company'),
      choice('self', '个体、灵活就业', 'Self-employed or flexible work'),
      choice('farming', '务农', 'Farming'),
      choice('student', '学生', 'Student'),
      choice('retired', '离退休', 'Retired'),
      choice('other', '其他', 'Other'),
    ]),
    ...(asksPlaceType ? [personal('P5', '您住的地方属于？', 'Where do you live?', placeTypes)] : []),
    personal('P6', '这份问卷是怎样填写的？', 'How was this questionnaire filled in?', [
      choice('self', '本人填写', 'By myself'),
      choice('helped', '他人协助填写', 'With somebody’s help'),
    ]),
  ],
})

/** What a person wants to say besides. */
export const commentPage = (question: Text) => ({
  name: 'comment',
  title: localText({ zh: '您的建议', en: 'Your suggestions' }),
  elements: [
    {
      type: 'comment',
      name: 'W1',
      title: localText(question),
      description: localText({
        zh: `最多${longestComment}字。请勿填写姓名、电话等个人信息。`,
        en: `Up to ${longestComment} characters. Please do not include names or phone numbers.`,
      }),
      maxLength: longestComment,
    },
  ],
})
