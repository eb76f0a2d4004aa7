import type { Change, Context } from '../../context.ts'
import type { ResponseTable, Store } from '../../store/database.ts'
import { takenIds } from '../../store/responses.ts'
import { borrowSeats, freeSeats, seatsLeft } from '../../store/seatBlocks.ts'
import { storePlain } from '../../store/storePlain.ts'
import type { TraceTable } from '../../store/traces.ts'
import { ceilingOf } from '../places/seats.ts'
import { demandsPlace, type Quota, type Settling } from '../published.ts'
import { excludes, traceOf } from '../quality/onArrival.ts'
import { bySurvey } from './groupCommit.ts'
import type { Receipts } from './receipt.ts'
import { countedOf, type Incoming, rowOf, type Settlement } from './settle.ts'

/**
 * Stores, on PostgreSQL, what can be stored beside other servers that do the same: one round trip a survey. Seats come
 * from blocks that this server is lent. Everything else stays undefined and is settled alone (settle.ts): what has a
 * place or a code, what is there already or excluded, and whoever comes where a quota is nearly full.
 */
export async function settleBeside(
  context: Context,
  incoming: Incoming[],
  receipts: Receipts,
): Promise<(Settlement | undefined)[]> {
  const outcomes: (Settlement | undefined)[] = new Array(incoming.length).fill(undefined)
  for (const group of bySurvey(incoming)) {
    const [first] = group
    if (!first) continue
    const stored = await storeGroup(
      context,
      first.item.survey,
      group.map(({ item }) => item),
      receipts,
    )
    for (const { item, at } of group) {
      const receipt = stored.get(item)
      if (receipt === undefined) continue
      outcomes[at] = { kind: 'stored', receipt }
      context.changes.tell({ kind: 'added', response: countedOf(item) })
    }
  }
  return outcomes
}

interface Plain {
  item: Incoming
  row: ResponseTable
  traces: TraceTable[]
  quotas: readonly Quota[]
}

const attempts = 4

async function storeGroup(
  context: Context,
  survey: Settling,
  items: Incoming[],
  receipts: Receipts,
): Promise<Map<Incoming, string>> {
  const { db } = context
  const scarce = scarceIn(context, survey)
  let batch = plainAmong(survey, items, receipts)
  for (let attempt = 0; attempt < attempts; attempt++) {
    batch = batch.filter(({ quotas }) => !quotas.some(({ id }) => scarce.quotas.has(id)))
    if (batch.length === 0) break
    const seats = seatsOf(batch)
    const outcome = await storePlain(db, { survey, revision: survey.quotaRevision, seats, ...contentOf(batch) })
    if (outcome === 'stored') return new Map(batch.map(({ item, row }) => [item, row.receipt]))
    if (outcome === 'there') batch = await withoutThose(db, survey, batch)
    else if (!(await borrow(context, survey, seats, scarce.quotas))) break
  }
  return new Map()
}

const contentOf = (batch: Plain[]) => ({
  rows: batch.map(({ row }) => row),
  traces: batch.flatMap(({ traces }) => traces),
  content: JSON.stringify(batch.map(({ item }): Change => ({ kind: 'added', response: countedOf(item) }))),
})

/** How many of a batch take a seat in each quota. */
function seatsOf(batch: Plain[]): Map<Quota, number> {
  const seats = new Map<Quota, number>()
  for (const { quotas } of batch) for (const quota of quotas) seats.set(quota, (seats.get(quota) ?? 0) + 1)
  return seats
}

/** What is there already is settled alone. */
async function withoutThose(db: Store, survey: Settling, batch: Plain[]): Promise<Plain[]> {
  const ids = batch.map(({ item }) => item.id)
  const taken = await takenIds(db, survey.round, survey.id, ids)
  return batch.filter(({ item }) => !taken.has(item.id))
}

/** PostgreSQL's text has no NUL, and JSON no half of a pair: whoever sends them is settled alone. */
const strange = /[\0\ud800-\udfff]/u

function plainAmong(survey: Settling, items: Incoming[], receipts: Receipts): Plain[] {
  if (demandsPlace(survey)) return []
  const ids = new Set<string>()
  return items.flatMap((item) => {
    const { place, admission, evidence, cell, channel } = item
    if (place !== undefined || admission?.invitation !== undefined || admission?.person !== undefined) return []
    if (ids.has(item.id) || (evidence && excludes(survey, evidence.flags))) return []
    const row = rowOf(item, null, receipts)
    const traces = evidence ? [traceOf(survey, item.id, evidence)] : []
    if ([row, ...traces].some((one) => Object.values(one).some((value) => strange.test(String(value))))) return []
    ids.add(item.id)
    return [{ item, row, traces, quotas: survey.quotasFor(cell, channel) }]
  })
}

/** A server is lent an eighth of what is left, so that blocks shrink to one near the target. */
const part = 8

/** Borrows the seats that a batch lacks; false where it lacks none. Where too few are left, the quota is scarce. */
async function borrow(
  { db }: Context,
  survey: Settling,
  wanted: ReadonlyMap<Quota, number>,
  scarce: Set<string>,
): Promise<boolean> {
  const free = await freeSeats(db, survey)
  let lacking = false
  for (const [quota, seats] of [...wanted].sort(([{ id: a }], [{ id: b }]) => (a < b ? -1 : 1))) {
    const ceiling = ceilingOf(quota)
    const lack = seats - (free.get(quota.id) ?? 0)
    if (ceiling === undefined || lack <= 0) continue
    lacking = true
    const left = await seatsLeft(db, survey, quota.id, ceiling)
    const block = Math.max(lack, Math.floor(left / part))
    const wish = { quota: quota.id, seats: block, ceiling, revision: survey.quotaRevision }
    if (left < lack || !(await borrowSeats(db, survey, wish))) scarce.add(quota.id)
  }
  return lacking
}

interface Scarce {
  quotas: Set<string>
  until: number
}

const kept = new WeakMap<Context['changes'], Map<string, Scarce>>()
const remembered = 1000

/** Quotas in which too few seats were left a moment ago: whoever comes there is settled alone for a while. */
function scarceIn({ changes }: Context, { id }: Settling): Scarce {
  const surveys = kept.get(changes) ?? new Map<string, Scarce>()
  kept.set(changes, surveys)
  const known = surveys.get(id)
  if (known && performance.now() < known.until) return known
  const anew = { quotas: new Set<string>(), until: performance.now() + remembered }
  surveys.set(id, anew)
  return anew
}
