import { isJson, listOf } from '../../../surveys/answers/json.ts'
import { elementsIn } from '../../../surveys/elements.ts'

/** What may stand in quotes in a questionnaire: SurveyJS' own words that Tiyan reads, and the scoring properties. */
const words = [
  ...['pages', 'elements', 'name', 'type', 'title', 'description', 'choices', 'value', 'text', 'isRequired'],
  ...['visibleIf', 'enableIf', 'requiredIf', 'validators', 'rateMin', 'rateMax', 'rateValues', 'maxLength', 'minValue'],
  ...['maxValue', 'showOtherItem', 'showNoneItem', 'labelTrue', 'labelFalse', 'requiredErrorText', 'html', 'rotates'],
  ...['radiogroup', 'dropdown', 'checkbox', 'tagbox', 'boolean', 'rating', 'text', 'comment', 'matrix', 'panel'],
  ...['indicator', 'dimension', 'scored', 'weight', 'anchor', 'screening', 'screensOut', 'attention'],
  ...['dimensions', 'indicators', 'code', 'scheme', 'scale', 'min', 'max', 'city', 'county', 'zh-cn', 'en'],
]

/** What somebody is writing in quotes up to the caret; null outside of quotes. */
export function writtenAt(source: string, caret: number): string | null {
  const line = source.slice(source.lastIndexOf('\n', caret - 1) + 1, caret)
  const quotes = line.replaceAll('\\"', '').split('"')
  return quotes.length % 2 === 0 ? (quotes.at(-1) ?? null) : null
}

const most = 8

/** Words that go on with what is written: those of the format, and the names and codes of this questionnaire. */
export function completionsFor(written: string, questionnaire: Record<string, unknown> | null): string[] {
  if (written === '') return []
  const own = questionnaire
    ? [
        ...elementsIn(questionnaire).flatMap(({ json }) => [json.name, json.indicator, json.dimension]),
        ...listOf(questionnaire.dimensions).map((dimension) => isJson(dimension) && dimension.code),
      ].filter((word) => typeof word === 'string')
    : []
  return [...new Set([...words, ...own])]
    .filter((word) => word.toLowerCase().startsWith(written.toLowerCase()) && word !== written)
    .slice(0, most)
}

/** The text with a word put in place of what was written, and where the caret is then. */
export function completed(
  source: string,
  caret: number,
  written: string,
  word: string,
): { source: string; caret: number } {
  const from = caret - written.length
  const closes = source[caret] === '"' ? '' : '"'
  return { source: `${source.slice(0, from)}${word}${closes}${source.slice(caret)}`, caret: from + word.length + 1 }
}
