import { isJson, type Json } from '../answers/json.ts'
import { isByLocale } from '../localText.ts'

/** A text of a questionnaire that is shown to people, where it stands. */
export interface ShownText {
  path: string
  owner: Json
  property: string
  value: string | Record<string, string>
}

/** Shown as HTML. */
export const htmlProperties: ReadonlySet<string> = new Set([
  'html',
  'completedHtml',
  'completedBeforeHtml',
  'loadingHtml',
])

/** Every property of SurveyJS that holds a text which may be given by locale, of the types that can be published. */
export const shownProperties: ReadonlySet<string> = new Set([
  ...htmlProperties,
  ...['title', 'description', 'text', 'label', 'labelTrue', 'labelFalse', 'altText', 'format', 'placeholder'],
  ...['requiredErrorText', 'minErrorText', 'maxErrorText', 'stepErrorText', 'otherErrorText'],
  ...['commentText', 'commentPlaceholder', 'otherPlaceholder', 'defaultDisplayValue', 'createCustomChoiceText'],
  ...['noneText', 'refuseText', 'dontKnowText', 'otherText', 'selectAllText'],
  ...['minRateDescription', 'maxRateDescription', 'navigationTitle', 'navigationDescription'],
  ...['startSurveyText', 'pagePrevText', 'pageNextText', 'completeText', 'previewText', 'editText'],
])

/** Every shown text of a questionnaire, in order. */
export function textsOf(questionnaire: Json): ShownText[] {
  const found: ShownText[] = []
  walk(questionnaire, '', found)
  return found
}

function walk(json: Json, path: string, found: ShownText[]) {
  for (const [property, value] of Object.entries(json)) {
    const own = path === '' ? property : `${path}.${property}`
    if (shownProperties.has(property) && ((typeof value === 'string' && value !== '') || isByLocale(value))) {
      found.push({ path: own, owner: json, property, value })
    } else if (Array.isArray(value)) {
      for (const [at, one] of value.entries()) {
        if (isJson(one)) walk(one, pathOf(one, property, path, at), found)
      }
    } else if (isJson(value)) walk(value, own, found)
  }
}

/** Pages and elements by their names alone, as in every other path. */
function pathOf(one: Json, property: string, path: string, at: number): string {
  const named = property === 'pages' || property === 'elements'
  const name = one.name ?? one.value ?? one.code ?? at
  return [path, named ? '' : property, String(name)].filter((part) => part !== '').join('.')
}
