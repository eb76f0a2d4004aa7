import { skimming } from '../scoring/subjective/quality/pace.ts'
import type { FrozenRules, QualityRules } from '../scoring/subjective/quality/rules.ts'
import { isJson, type Json, listOf } from './answers/json.ts'
import { elementsIn } from './elements.ts'
import { localesOf } from './locales.ts'
import { isByLocale } from './localText.ts'

/**
 * Fewest milliseconds in which each question can be read and answered, by locale and name: its title, description and rows
 * skimmed, and an answer chosen for each row. Choices are left out, since one may stop at the first that fits; so are
 * consent and screening, which are asked before the questionnaire proper.
 */
export function readingFloors(questionnaire: Json, reading: QualityRules['reading']): FrozenRules['floors'] {
  const asked = elementsIn(questionnaire).flatMap(({ kind, json }) =>
    kind === 'question' && typeof json.name === 'string' && json.screening !== true && json.name !== 'consent'
      ? [{ name: json.name, json }]
      : [],
  )
  return Object.fromEntries(
    localesOf(questionnaire).map((locale) => [
      locale,
      Object.fromEntries(asked.map(({ name, json }) => [name, floorOf(json, locale, reading)])),
    ]),
  )
}

function floorOf(json: Json, locale: string, reading: QualityRules['reading']): number {
  const rows = listOf(json.rows)
  const texts = [json.title, json.description, ...rows.map((row) => (isJson(row) ? (row.text ?? row.value) : row))]
  const skimmed = texts.reduce((sum: number, text) => sum + skimming(textIn(text, locale), reading), 0)
  return Math.round(skimmed + reading.choosing * Math.max(1, rows.length))
}

/** As SurveyJS shows it: a text that a language lacks is shown in the default one. */
function textIn(text: unknown, locale: string): string {
  if (typeof text === 'string') return text
  if (!isByLocale(text)) return ''
  return text[locale] ?? text.default ?? Object.values(text)[0] ?? ''
}
