/** A date from what an answer holds; a day without a time is that day's midnight here. Now where there is nothing. */
export function dateOf(value: unknown): Date {
  if (!value) return new Date()
  if (typeof value === 'string' && /\d{4}-\d{2}-\d{2}/.test(value) && value.indexOf('T') <= 0)
    return new Date(`${value}T00:00:00`)
  return new Date(value as string | number | Date)
}

/** A text that is compared with a date is read as one, both as exact as the less exact of them. */
export function datesAlike(left: unknown, right: unknown): [unknown, unknown] {
  if (typeof left === 'string' && right instanceof Date) {
    const date = withoutMilliseconds(right)
    return [readLike(left, date), date]
  }
  if (left instanceof Date && typeof right === 'string') {
    const date = withoutMilliseconds(cutTo(right.length, left))
    return [date, readLike(right, date)]
  }
  return [left, right]
}

function withoutMilliseconds(date: Date): Date {
  const copy = new Date(date)
  copy.setMilliseconds(0)
  return copy
}

function readLike(text: string, date: Date): Date {
  const read = dateOf(text)
  if (date.getHours() === 0 && date.getMinutes() === 0 && date.getSeconds() === 0) read.setHours(0, 0, 0)
  return read
}

function cutTo(length: number, date: Date): Date {
  const copy = new Date(date)
  if (length < 17) copy.setSeconds(0, 0)
  if (length < 14) copy.setMinutes(0, 0)
  if (length < 11) copy.setHours(0, 0)
  return copy
}
