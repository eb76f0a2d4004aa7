const decimals = (digits: number) =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false })

const two = decimals(2)
const one = decimals(1)
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })

/** What stands where a number is missing. */
export const gap = '—'

/** A score with two decimals, half away from zero (R2); a dash where there is none. */
export const showScore = (score: number | null | undefined) => (score == null ? gap : two.format(score))

/** `61.20–63.94` */
export const showInterval = (interval: [number, number] | null | undefined) =>
  interval ? `${two.format(interval[0])}–${two.format(interval[1])}` : gap

export const showCount = (count: number | null | undefined) => (count == null ? gap : whole.format(count))

/** A share of 1 as a percentage with one decimal. */
export const showShare = (share: number | null | undefined) => (share == null ? gap : `${one.format(100 * share)}%`)

const times: Record<'zh' | 'en', Intl.DateTimeFormat> = {
  zh: new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' }),
}

/** A moment in China standard time. */
export const showTime = (iso: string | null, language: 'zh' | 'en') =>
  iso ? times[language].format(new Date(iso)) : gap

/** A difference with its sign: `+1.20`, `−0.35`, `0.00`. */
export const showChange = (change: number | null | undefined) => {
  if (change == null) return gap
  const shown = two.format(Math.abs(change))
  if (Number(shown) === 0) return shown
  return `${change < 0 ? '−' : '+'}${shown}`
}
