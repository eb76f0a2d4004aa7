/** What a number format makes of a number. */
export type NumberKind = 'number' | 'percent' | 'date'

/** Formats that every workbook knows without naming them (ECMA-376, 18.8.30); East Asian date formats included. */
const builtIn = (id: number): NumberKind => {
  if (id === 9 || id === 10) return 'percent'
  const date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
  return date ? 'date' : 'number'
}

/**
 * @param code of the workbook's own formats, undefined for a built-in one
 * @example numberKind(164, '0.0%') // 'percent'
 * @example numberKind(165, 'yyyy"年"m"月"') // 'date'
 */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return builtIn(id)
  // Elapsed time [h]:mm is a date; other brackets are colours, conditions and locales; quoted and escaped text is text.
  const bare = code
    .replace(/\[(h+|m+|s+)\]/gi, 'h')
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .replace(/general/gi, '')
  if (bare.includes('%')) return 'percent'
  return /[ymdhs]/i.test(bare) ? 'date' : 'number'
}

/** 0.855 → `85.5%`: the decimal point is moved, not the binary number multiplied (0.07 is `7%`). */
export const percentText = (value: number): string => `${decimal(value * 100)}%`

/** Fifteen digits are what a spreadsheet shows and compares; the binary rest of a computed number is noise. */
export const decimal = (value: number): string => String(Number(value.toPrecision(15)))

const dayMilliseconds = 86_400_000

/** A date's serial number as ISO text, with its time where it has one; null where it is no date. */
export function dateText(serial: number, since1904: boolean): string | null {
  const days = since1904 ? serial + 1462 : serial
  // Before March 1900 the count is off by one, as spreadsheets believe in 29 February 1900.
  const unix = Math.round((days - 25_569 + (days < 60 ? 1 : 0)) * dayMilliseconds)
  if (!(Math.abs(unix) < 8.64e15)) return null
  const iso = new Date(unix).toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
}
