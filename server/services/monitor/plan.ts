import type { PacePlan } from '../../shapes/monitor.ts'
import type { quotasOf } from '../../store/fieldwork.ts'
import { channelVariable, type Published } from '../published.ts'
import type { HourCounts } from './pace.ts'
import { hourOf } from './pace.ts'

type QuotaRow = Awaited<ReturnType<typeof quotasOf>>[number]

const hour = 3_600_000
const day = 24 * hour

/** How far the fieldwork should be, going evenly, and how far it will come; null where no end or no target is set. */
export function planOf(
  { opensAt, closesAt }: Pick<Published, 'opensAt' | 'closesAt'>,
  quotas: readonly QuotaRow[],
  hours: HourCounts,
  now: Date,
): PacePlan | null {
  const target = targetOf(quotas)
  const began = opensAt === null ? firstHour(hours) : Date.parse(opensAt)
  if (target === null || closesAt === null || began === null) return null
  const end = Date.parse(closesAt)
  const present = now.getTime()
  const responses = [...hours.values()].reduce((sum, count) => sum + count, 0)
  const share = Math.min(1, Math.max(0, (present - began) / Math.max(1, end - began)))
  const left = Math.max(0, end - present)
  return {
    target,
    expected: target * share,
    forecast: forecastOf(hours, responses, { began, present, left }),
    perDay: left === 0 ? 0 : Math.max(0, target - responses) / (left / day),
    endsAt: closesAt,
  }
}

/** The targets of one variable add up to the whole; those of several disagree at most by rounding. */
function targetOf(quotas: readonly QuotaRow[]): number | null {
  const sums = new Map<string, number>()
  for (const { variables, target } of quotas) {
    const names: string[] = JSON.parse(variables)
    if (names.length === 1 && names[0] !== channelVariable) sums.set(variables, (sums.get(variables) ?? 0) + target)
  }
  return sums.size === 0 ? null : Math.max(...sums.values())
}

const firstHour = (hours: HourCounts): number | null => (hours.size === 0 ? null : Math.min(...hours.keys()) * hour)

function forecastOf(
  hours: HourCounts,
  responses: number,
  { began, present, left }: { began: number; present: number; left: number },
): number | null {
  const since = Math.max(began, present - 7 * day)
  const span = present - since
  if (span < hour) return null
  const first = hourOf(since)
  const recent = [...hours].reduce((sum, [at, count]) => (at >= first ? sum + count : sum), 0)
  return Math.round(responses + (recent * left) / span)
}
