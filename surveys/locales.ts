import { isByLocale, surveyLocale } from './localText.ts'

/** SurveyJS locales that the questionnaire has texts in, its default first. Texts without a locale are in the default one. */
export function localesOf(questionnaire: Record<string, unknown>): string[] {
  const { locale } = questionnaire
  const standard = typeof locale === 'string' && locale !== '' ? locale : surveyLocale.zh
  const found = new Set([standard])
  collect(questionnaire, found)
  return [...found]
}

function collect(value: unknown, found: Set<string>) {
  if (isByLocale(value)) {
    for (const key of Object.keys(value)) if (key !== 'default') found.add(key.toLowerCase())
  } else if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) collect(member, found)
  }
}
