import type { Text } from '../scoring/text.ts'

/** SurveyJS' names of the house's languages. */
export const surveyLocale = { zh: 'zh-cn', en: 'en' } as const

/** A text of the house as SurveyJS writes it. */
export const localText = ({ zh, en }: Text): Record<string, string> => ({
  [surveyLocale.zh]: zh,
  [surveyLocale.en]: en,
})

const isLocale = (key: string) => key === 'default' || /^[a-z]{2}(-[a-z]{2,4})?$/i.test(key)

/** Whether a value of SurveyJS JSON is a text by locale, e.g. `{ "zh-cn": "性别", "en": "Sex" }`. */
export function isByLocale(value: unknown): value is Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const entries = Object.entries(value)
  return entries.length > 0 && entries.every(([key, text]) => isLocale(key) && typeof text === 'string')
}
