import { missingCodes } from '../../scoring/subjective/key.ts'
import { listOf } from '../answers/json.ts'
import type { Placed } from '../elements.ts'
import { choiceProperties, specialValues, storedValue, valuesOf } from './choiceLists.ts'
import type { Report } from './fault.ts'

const chosen = new Set(['radiogroup', 'dropdown', 'checkbox'])

/** Choices are there and can be told apart, as they are stored and on a sheet of paper. */
export function checkChoices(elements: Placed[], scale: { min: number; max: number }, report: Report): void {
  for (const { kind, path, json } of elements) {
    if (kind !== 'question') continue
    for (const property of choiceProperties) {
      const values = listOf(json[property]).map(storedValue)
      if (property === 'choices') values.push(...specialValues(json))
      alike(values, `${path}.${property}`, report)
    }
    const ranged = json.choicesMin !== undefined && json.choicesMax !== undefined
    if (chosen.has(String(json.type)) && !ranged && valuesOf(json).length === 0) {
      report.error(`${path}.choices`, '没有选项', 'It has no choices')
    }
    if (json.attention !== undefined && !valuesOf(json).includes(json.attention)) {
      const value = JSON.stringify(json.attention)
      report.error(`${path}.attention`, `选项中没有 ${value}`, `There is no choice ${value}`)
    }
    if (json.indicator !== undefined) ratingChoices(path, valuesOf(json), scale, report)
  }
}

/** 1 and '1' are the same to a condition and in a table. */
function alike(values: unknown[], path: string, { error }: Report) {
  const seen = new Set<string>()
  for (const value of values) {
    const text = String(value).trim().toLowerCase()
    if (seen.has(text)) error(path, `选项 ${value} 重复`, `The choice ${value} is there twice`)
    seen.add(text)
  }
}

function ratingChoices(
  path: string,
  values: unknown[],
  { min, max }: { min: number; max: number },
  { warning }: Report,
) {
  if (values.length === 0) return
  const absent = Array.from({ length: max - min + 1 }, (_, at) => min + at).filter((code) => !values.includes(code))
  if (absent.length > 0) {
    warning(`${path}.choices`, `评分缺少 ${absent.join('、')}`, `The ratings ${absent.join(', ')} are not offered`)
  }
  if (!values.includes(missingCodes.dontKnow)) {
    warning(
      `${path}.choices`,
      `没有 ${missingCodes.dontKnow}（不了解或没用过）：没用过的人只能乱评`,
      `There is no ${missingCodes.dontKnow} (don't know or not used): whoever has not used it can only guess`,
    )
  }
}
