import type { Json } from '../answers/json.ts'
import type { Placed } from '../elements.ts'
import { localesOf } from '../locales.ts'
import { surveyLocale } from '../localText.ts'
import { choiceList, storedValue } from './choiceLists.ts'
import type { Report } from './fault.ts'
import { textsOf } from './texts.ts'

const houseLocales: readonly string[] = Object.values(surveyLocale)

/** Every text in every language of the questionnaire, Chinese and English at least. */
export function checkLanguages(questionnaire: Json, elements: Placed[], report: Report): void {
  const wanted = [...new Set([...houseLocales, ...localesOf(questionnaire)])]
  for (const { path, value } of textsOf(questionnaire)) {
    if (typeof value === 'string') plainText(path, value, report)
    else byLocale(path, value, wanted, report)
  }
  for (const part of elements) if (part.kind === 'question') ownNames(part, report)
}

/** Figures and signs need no translation. */
const hasWords = (text: string) => /\p{L}/u.test(text)

function plainText(path: string, text: string, { error }: Report) {
  if (!hasWords(text)) return
  error(
    path,
    `“${shortened(text)}”只有一种文字；请写成 { "zh-cn": "…", "en": "…" }`,
    `“${shortened(text)}” is in one language only; write { "zh-cn": "…", "en": "…" }`,
  )
}

function byLocale(path: string, texts: Record<string, string>, wanted: string[], { error }: Report) {
  const given = new Map(Object.entries(texts).map(([locale, text]) => [locale.toLowerCase(), text]))
  if (given.has('default') && given.has('en')) {
    error(
      path,
      '“default”和“en”不能同时出现：SurveyJS 会丢掉其中的“en”，请只用“zh-cn”和“en”',
      '“default” and “en” must not both be there: SurveyJS drops “en”; use “zh-cn” and “en”',
    )
    return
  }
  const missing = wanted.filter((locale) => (given.get(locale) ?? standsIn(locale, given)).trim() === '')
  if (missing.length > 0) error(path, `缺少语言：${missing.join('、')}`, `Not in: ${missing.join(', ')}`)
}

/** For SurveyJS a text without a locale is the English one. */
const standsIn = (locale: string, given: Map<string, string>) => (locale === 'en' ? (given.get('default') ?? '') : '')

/** Where a text is missing SurveyJS shows the name or the value. */
function ownNames({ path, json }: Placed, { warning }: Report) {
  const { type, title, titleLocation, name } = json
  const untitled = title === undefined || title === ''
  if (untitled && titleLocation !== 'hidden' && type !== 'html' && type !== 'image') {
    warning(`${path}.title`, `没有题目文字，会显示名字 ${name}`, `It has no title: its name ${name} is shown`)
  }
  const wordless = choiceList(json).filter((choice) => {
    const value = storedValue(choice)
    const hasText = typeof choice === 'object' && choice !== null && 'text' in choice
    return typeof value === 'string' && hasWords(value) && !hasText
  })
  if (wordless.length === 0) return
  const shown = wordless.map(storedValue).join(', ')
  warning(`${path}.choices`, `选项没有文字，会直接显示 ${shown}`, `Choices without words are shown as ${shown}`)
}

const shortened = (text: string) => (text.length > 20 ? `${text.slice(0, 20)}…` : text)
