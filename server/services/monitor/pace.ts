import type { Monitor } from '../../shapes/monitor.ts'

/** Accepted responses by the hour they came in, counted from 1970-01-01T00Z. */
export type HourCounts = ReadonlyMap<number, number>

const hourLength = 3_600_000
/** China standard time is eight whole hours ahead, so that a day is made of whole hours. */
const offset = 8
const hoursShown = 48

/** The hour in which a moment lies. */
export const hourOf = (time: string | number | Date): number => Math.floor(new Date(time).getTime() / hourLength)

const dayOf = (hour: number): number => Math.floor((hour + offset) / 24)
const dayName = (day: number): string => new Date(day * 24 * hourLength).toISOString().slice(0, 10)
const hourName = (hour: number): string => new Date(hour * hourLength).toISOString().replace('.000Z', 'Z')

const between = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)

/** How fast answers come in: days from the first response to today and the last 48 hours, without gaps. */
export function pace(counts: HourCounts, now: Date): Omit<Monitor['pace'], 'plan'> {
  const present = hourOf(now)
  const perDay = new Map<number, number>()
  let first = dayOf(present)
  for (const [hour, responses] of counts) {
    const day = dayOf(hour)
    first = Math.min(first, day)
    perDay.set(day, (perDay.get(day) ?? 0) + responses)
  }
  return {
    days: between(first, dayOf(present)).map((day) => ({ day: dayName(day), responses: perDay.get(day) ?? 0 })),
    hours: between(present - hoursShown + 1, present).map((hour) => ({
      hour: hourName(hour),
      responses: counts.get(hour) ?? 0,
    })),
  }
}
