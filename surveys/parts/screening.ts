import type { Text } from '../../scoring/text.ts'
import { localText } from '../localText.ts'
import { choice, named, undisclosed } from './choice.ts'

/** A screening question: one choice of several, the first of which always belongs to the population. */
export const single = (name: string, title: Text, choices: object[], screensOut: string[] = []) => ({
  type: 'radiogroup',
  name,
  title: localText(title),
  isRequired: true,
  screening: true,
  screensOut,
  choices,
})

export interface Screening {
  /** Asks whether the person has lived there for six months. */
  residence: Text
  /** Asks for the part of the region. */
  part: Text
  parts: { code: string; label: Text }[]
  /** Whether town or country is a variable of quotas and calibration. */
  asksPlaceType: boolean
}

/** Consent, and who belongs to the population. Every variable of quotas and calibration is asked here and nowhere later. */
export const screeningPage = ({ residence, part, parts, asksPlaceType }: Screening, more: object[] = []) => ({
  name: 'screening',
  title: localText({ zh: '您的基本情况', en: 'About you' }),
  elements: [
    consent,
    ...more,
    single('S1', residence, [choice('yes', '是', 'Yes'), choice('no', '否', 'No')], ['no']),
    single('S2', { zh: '您的年龄属于哪一段？', en: 'Which age group are you in?' }, ages, ['under-16']),
    single('S3', part, parts.map(named)),
    single('S4', { zh: '您的性别是？', en: 'What is your sex?' }, [
      choice('male', '男', 'Male'),
      choice('female', '女', 'Female'),
      undisclosed,
    ]),
    ...(asksPlaceType ? [placeType] : []),
  ],
})

const consent = {
  type: 'boolean',
  name: 'consent',
  title: localText({ zh: '我已阅读并同意参加本次调查', en: 'I have read this and agree to take part' }),
  labelTrue: localText({ zh: '同意', en: 'I agree' }),
  labelFalse: localText({ zh: '不同意', en: 'I do not agree' }),
  renderAs: 'radio',
  isRequired: true,
  requiredErrorText: localText({
    zh: '请先选择是否同意参加。',
    en: 'Please say first whether you agree to take part.',
  }),
  validators: [
    {
      type: 'expression',
      expression: '{consent} = true',
      text: localText({
        zh: '不同意就不能继续填写，直接关闭本页即可，不会保存您的任何信息。',
        en: 'Without your consent the survey ends here. Simply close this page: nothing about you is kept.',
      }),
    },
  ],
}

/** The breaks at 60 and 65 are those of the census; who is under 16 is screened out. */
const ages = [
  choice('16-17', '16–17岁', '16–17'),
  choice('18-29', '18–29岁', '18–29'),
  choice('30-44', '30–44岁', '30–44'),
  choice('45-59', '45–59岁', '45–59'),
  choice('60-64', '60–64岁', '60–64'),
  choice('65-74', '65–74岁', '65–74'),
  choice('75+', '75岁及以上', '75 or over'),
  choice('under-16', '未满16岁', 'Under 16'),
]

const placeType = single('S6', { zh: '您住的地方属于？', en: 'Where in the county do you live?' }, [
  choice('seat', '县城', 'In the county seat'),
  choice('town', '镇区', 'In a town'),
  choice('village', '村', 'In a village'),
])
