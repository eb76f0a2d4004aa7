import { type Json, numberIn } from '../answers/json.ts'
import type { Placed } from '../elements.ts'
import type { Report } from './fault.ts'

/** Bytes of the JSON; a phone on a poor line has to fetch it. */
const largest = 400_000
/** Bytes of a response. */
const largestAnswer = 64 * 1024

/** Neither the questionnaire nor what is answered to it grows without bounds. */
export function checkSize(questionnaire: Json, elements: Placed[], { error, warning }: Report): void {
  const size = new TextEncoder().encode(JSON.stringify(questionnaire)).length
  if (size > largest) {
    const kilobytes = Math.ceil(size / 1000)
    error(
      'survey',
      `问卷有 ${kilobytes} KB，最多 ${largest / 1000} KB（图片请缩小）`,
      `The questionnaire has ${kilobytes} KB; ${largest / 1000} KB at most (make pictures smaller)`,
    )
  }
  const shared = numberIn(questionnaire, 'maxTextLength') ?? 0
  for (const { path, json } of elements) {
    const isText = json.type === 'comment' || (json.type === 'text' && (json.inputType ?? 'text') === 'text')
    const own = numberIn(json, 'maxLength') ?? -1
    if (isText && (own < 0 ? shared : own) <= 0) {
      warning(
        `${path}.maxLength`,
        `没有字数上限；整份答卷超过 ${largestAnswer / 1024} KB 会被拒收`,
        `It has no longest length; a response of over ${largestAnswer / 1024} KB is refused`,
      )
    }
  }
}
