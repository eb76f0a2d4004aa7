import { isByLocale, surveyLocale } from './localText.ts'

/**
 * SurveyJS locales that the questionnaire has texts in, its own first: the one it names, else Chinese if it has any.
 * For SurveyJS a text without a locale (`default`) is the English one.
 */
export function localesOf(questionnaire: Record<string, unknown>): string[] {
  const found = new Set<string>()
  collect(questionnaire, found)
  const { locale } = questionnaire
  if (typeof locale === 'string' && locale !== '') return first(locale.toLowerCase(), found)
  return found.size === 0 || found.has(surveyLocale.zh) ? first(surveyLocale.zh, found) : [...found]
}

const first = (locale: string, others: Set<string>) => [...new Set([locale, ...others])]

function collect(value: unknown, found: Set<string>) {
  if (isByLocale(value)) {
    for (const key of Object.keys(value)) found.add(key === 'default' ? surveyLocale.en : key.toLowerCase())
  } else if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) collect(member, found)
  }
}
