import { setImmediate } from 'node:timers/promises'
import { calibrate } from '../../../scoring/sampling/tally/calibrate.ts'
import { sortedCells } from '../../../scoring/sampling/tally/serialise.ts'
import { countsOf, type Tally } from '../../../scoring/sampling/tally/tally.ts'
import { unitsOf } from '../../../scoring/sampling/tally/units.ts'
import type { Context } from '../../context.ts'
import type { History } from '../../shapes/watching.ts'
import type { Store } from '../../store/database.ts'
import { openSnapshot } from '../../store/snapshot.ts'
import { countedSlices, excludedResponses } from '../../store/tally.ts'
import type { Published } from '../published.ts'

interface Kept {
  at: number
  history: Promise<History>
}

const kept = new WeakMap<Context['changes'], Map<string, Kept>>()
/** Days do not change fast: whoever asks within a minute is given the same. */
const freshFor = 60_000

/** Design effect and effective sample size at the end of each day, by the weights that the sample had then. */
export function historyOf(context: Context, survey: Published): Promise<History> {
  const histories = kept.get(context.changes) ?? new Map<string, Kept>()
  kept.set(context.changes, histories)
  const known = histories.get(survey.id)
  if (known && performance.now() - known.at < freshFor) return known.history
  const history = compute(context, survey)
  histories.set(survey.id, { at: performance.now(), history })
  // A failure is told to whoever asked, and not kept.
  history.catch(() => histories.delete(survey.id))
  return history
}

async function compute({ config }: Context, survey: Published): Promise<History> {
  const { db, close } = await openSnapshot(config.store)
  try {
    return await daysOf(db, survey)
  } finally {
    await close()
  }
}

type Count = (cell: string, baseWeight: number, by: number) => void

async function daysOf(db: Store, survey: Published): Promise<History> {
  const tally: Tally = { items: [], scale: survey.key.scale, cells: new Map() }
  const count: Count = (cell, baseWeight, by) => {
    const counts = countsOf(tally, cell, baseWeight)
    counts[0] = (counts[0] ?? 0) + by
  }
  const excluded = await excludedByHour(db, survey)
  const width = survey.key.items.length
  const days: History['days'] = []
  let day: string | undefined
  for await (const { hour, baseWeight, responses } of countedSlices(db, survey)) {
    const own = chinaDay(hour)
    if (day !== undefined && own !== day) days.push(worthOf(day, tally, survey))
    day = own
    for (const response of responses.split('\n'))
      count(response.slice(width, response.indexOf('\t', width)), baseWeight, 1)
    // What was excluded since was never in the score that counts.
    for (const { cell, base_weight } of excluded.get(hour) ?? []) count(cell, base_weight, -1)
    excluded.delete(hour)
    // Who asks for something else meanwhile is answered.
    await setImmediate()
  }
  if (day !== undefined) days.push(worthOf(day, tally, survey))
  return { days }
}

async function excludedByHour(db: Store, survey: Published) {
  const byHour = new Map<string, { cell: string; base_weight: number }[]>()
  for (const row of await excludedResponses(db, survey)) {
    const hour = row.received_at.slice(0, 13)
    byHour.set(hour, [...(byHour.get(hour) ?? []), row])
  }
  return byHour
}

const chinaDay = (hour: string): string =>
  new Date(Date.parse(`${hour}:00:00Z`) + 8 * 3_600_000).toISOString().slice(0, 10)

/** Kish: n Σw² / (Σw)², by the weights of this day's sample. */
function worthOf(day: string, all: Tally, { design }: Published): History['days'][number] {
  const cells: Tally['cells'] = new Map()
  for (const [cell, weights] of all.cells) {
    const some = [...weights].filter(([, [respondents = 0]]) => respondents > 0)
    if (some.length > 0) cells.set(cell, new Map(some))
  }
  const tally: Tally = { ...all, cells }
  const { g } = calibrate(unitsOf(tally, design), design)
  let n = 0
  let sum = 0
  let squares = 0
  for (const [unit, { baseWeight, counts }] of sortedCells(cells).entries()) {
    const respondents = counts[0] ?? 0
    const weight = baseWeight * (g[unit] ?? 0)
    n += respondents
    sum += respondents * weight
    squares += respondents * weight * weight
  }
  const nEffective = squares === 0 ? 0 : (sum * sum) / squares
  return { day, responses: n, nEffective, designEffect: nEffective === 0 ? 0 : n / nEffective }
}
