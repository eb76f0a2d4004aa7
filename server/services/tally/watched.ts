import type { Change, Context, Counted } from '../../context.ts'
import { writesOfOthers } from '../../store/othersWrites.ts'
import { onPostgres } from '../../store/postgres.ts'
import { findPublished, stateAt } from '../published.ts'
import { type FieldTally, takeIn, takeOut } from './fieldTally.ts'
import { hearOthers } from './hear.ts'

export type Counting = Extract<Change, { response: Counted }>

/** What this server knows of one survey's responses. */
export interface Watched {
  /** Grows with every change of what counts. */
  version: number
  /** Grows with every change that a monitor shows, e.g. a response over quota. */
  revision: number
  /** Kept up with every change; null: a scan is needed. */
  field: FieldTally | null
  scan: Scan | null
}

/** A scan under way. */
export interface Scan {
  result: Promise<{ field: FieldTally; version: number }>
  /** The newest change of each response since it began. */
  meanwhile: Map<string, Counting>
  /** Another process wrote since it began: its result must not be kept. */
  outdated: boolean
}

/** What one server watches. */
interface Watch {
  surveys: Map<string, Watched>
  /** See `writesOfOthers`, as of the last look. */
  others: number | null
  /** Others changed what they did not say: everything is to be counted anew. */
  stale: boolean
  /** When others' writes are looked for again at the earliest, where the asker is patient. */
  nextLook: number
  nextSweep: number
}

const kept = new WeakMap<Context['changes'], Watch>()

/** One a server: begun at first need, then told of every change. */
function watchOf({ changes, log }: Context): Watch {
  const known = kept.get(changes)
  if (known) return known
  const watch: Watch = { surveys: new Map(), others: null, stale: false, nextLook: 0, nextSweep: 0 }
  kept.set(changes, watch)
  changes.listen((change) => {
    const watched = watch.surveys.get(change.kind === 'other' ? change.survey : change.response.survey)
    if (!watched) return
    watched.revision++
    if (change.kind === 'other') return
    watched.version++
    watched.scan?.meanwhile.set(change.response.id, change)
    if (watched.field && !follow(watched.field, change, log)) watched.field = null
  })
  return watch
}

/** Takes a change into a tally; where it can't be, the tally is wrong and has to be built anew. */
export function follow(field: FieldTally, { kind, response }: Counting, log: Context['log']): boolean {
  try {
    if (kind === 'added') takeIn(field, response)
    else takeOut(field, response)
    return true
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    log.error({ err: error, survey: response.survey, response: response.id }, 'a tally lost count: it is built anew')
    return false
  }
}

/**
 * One survey as it is watched, others' writes included.
 * @param patient may miss what another process wrote a moment ago, so that a busy store is not scanned all the time
 */
export async function watchedSurvey(context: Context, survey: string, patient: boolean): Promise<Watched> {
  const watch = watchOf(context)
  const watched = watch.surveys.get(survey) ?? { version: 1, revision: 1, field: null, scan: null }
  watch.surveys.set(survey, watched)
  const now = !patient || performance.now() > watch.nextLook
  if (now || onPostgres(context.db)) await lookAround(context)
  if (now && watch.stale) countAnew(watch)
  await forgetClosed(context, watch)
  return watched
}

const betweenSweeps = 60_000

/** A survey that has closed, and that nobody asks for any more, does not stay in memory. */
async function forgetClosed(context: Context, watch: Watch): Promise<void> {
  if (performance.now() < watch.nextSweep) return
  watch.nextSweep = performance.now() + betweenSweeps
  for (const [id, watched] of watch.surveys) {
    if (watched.field === null) continue
    const survey = await findPublished(context, id)
    if (!survey || stateAt(survey, context.now()) === 'closed') watched.field = null
  }
}

/**
 * Looks for what other processes wrote. On PostgreSQL they say what it was, and it is taken in; else nothing that was
 * counted here is certain.
 */
export async function lookAround(context: Context): Promise<void> {
  const watch = watchOf(context)
  if (onPostgres(context.db)) {
    if (!(await hearOthers(context))) watch.stale = true
    return
  }
  const others = await writesOfOthers(context.db)
  const before = watch.others
  watch.others = others
  if (before !== null && before !== others) watch.stale = true
}

function countAnew(watch: Watch): void {
  watch.stale = false
  for (const watched of watch.surveys.values()) {
    watched.version++
    watched.revision++
    watched.field = null
    if (watched.scan) watched.scan.outdated = true
  }
}

/** Scans for the sake of others' writes shall take a tenth of the time at most. */
export function restAfterScan(context: Context, milliseconds: number): void {
  const watch = watchOf(context)
  watch.nextLook = Math.max(watch.nextLook, performance.now() + 10 * milliseconds)
}
