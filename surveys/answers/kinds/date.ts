import type { Text } from '../../../scoring/text.ts'
import type { Desk } from '../desk.ts'
import { dateOf } from '../expression/dates.ts'
import { type Json, textIn } from '../json.ts'
import { words } from '../problem.ts'
import type { Kind } from './kind.ts'

interface DateType {
  pattern: RegExp
  /** As SurveyJS compares them; times and weeks are not compared. */
  comparable: boolean
  label: Text
}

const date = (pattern: RegExp, comparable: boolean, zh: string, en: string): DateType => ({
  pattern,
  comparable,
  label: { zh, en },
})

/** What browsers store for the input types that are dates or times. */
export const dateTypes: ReadonlyMap<string, DateType> = new Map([
  ['date', date(/^\d{4}-\d{2}-\d{2}$/, true, '日期，如 2026-05-01', 'a date such as 2026-05-01')],
  [
    'datetime-local',
    date(
      /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/,
      true,
      '日期和时间，如 2026-05-01T08:30',
      'a date and time such as 2026-05-01T08:30',
    ),
  ],
  ['time', date(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, false, '时间，如 08:30', 'a time such as 08:30')],
  ['month', date(/^\d{4}-(0[1-9]|1[0-2])$/, false, '月份，如 2026-05', 'a month such as 2026-05')],
  ['week', date(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/, false, '周，如 2026-W18', 'a week such as 2026-W18')],
])

/** A date or time, within the bounds that are given. */
export function datesWithin(json: Json, desk: Desk, path: string, { pattern, comparable, label }: DateType): Kind {
  const bounds = (['min', 'max'] as const).map((side) => {
    const text = textIn(json, side)
    if (text !== undefined && !pattern.test(text)) {
      desk.refuse(`${path}.${side}`, { zh: `应为${label.zh}`, en: `It must be ${label.en}` })
    }
    const bound = desk.expression(json, `${side}ValueExpression`, path)
    if (!comparable && (bound || text !== undefined)) {
      desk.refuse(`${path}.${side}`, { zh: '这种输入不支持上下限', en: 'Bounds are not supported for this input type' })
    }
    return bound ?? (() => text)
  })
  const [lower, upper] = bounds

  return {
    check: (value, values, report) => {
      if (typeof value !== 'string' || !pattern.test(value) || !exists(value)) {
        return report('wrongType', words.wrongType(label.zh, label.en))
      }
      const least = lower?.(values)
      const most = upper?.(values)
      if (least && dateOf(value) < dateOf(least)) report('tooSmall', words.tooSmall(shown(least)))
      if (most && dateOf(value) > dateOf(most)) report('tooLarge', words.tooLarge(shown(most)))
    },
  }
}

/** There is no 30th of February. */
function exists(value: string): boolean {
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(value) ?? []
  if (day === undefined) return true
  const time = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day) && !Number.isNaN(dateOf(value).getTime())
}

const shown = (bound: unknown): string => (bound instanceof Date ? bound.toISOString().slice(0, 10) : String(bound))
