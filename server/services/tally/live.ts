import type { Context } from '../../context.ts'
import { type Published, stateAt } from '../published.ts'
import type { FieldTally } from './fieldTally.ts'
import { scanAside } from './scanAside.ts'
import { type Counting, follow, lookAround, restAfterScan, type Scan, type Watched, watchedSurvey } from './watched.ts'

interface Asking {
  /** May miss what another process wrote a moment ago. */
  patient?: boolean
}

/** Which versions of a survey's tally (`version`) and of all that its monitor shows (`revision`) are current. */
export async function versionsOf(
  context: Context,
  survey: Pick<Published, 'id'>,
  { patient = false }: Asking = {},
): Promise<Pick<Watched, 'version' | 'revision'>> {
  const { version, revision } = await watchedSurvey(context, survey.id, patient)
  return { version, revision }
}

/**
 * The tally of a survey as of now: kept up with every change while the survey is in the field, else built by a scan.
 * It goes on changing: whoever needs it as it is now takes what they need before they wait for anything.
 */
export async function tallyFor(
  context: Context,
  survey: Published,
): Promise<Pick<FieldTally, 'tally' | 'drawn'> & { version: number }> {
  const { field, version } = await fieldTallyFor(context, survey)
  return { tally: field.tally, drawn: field.drawn, version }
}

/** The same with what a monitor shows beside it. */
export async function fieldTallyFor(
  context: Context,
  survey: Published,
  { patient = false }: Asking = {},
): Promise<{ field: FieldTally; version: number }> {
  const watched = await watchedSurvey(context, survey.id, patient)
  const { field, version } = watched
  if (field) {
    if (!inField(context, survey)) watched.field = null
    return { field, version }
  }
  // Whoever asks while a scan is under way waits for the same one, unless it began before another process wrote.
  if (watched.scan && !watched.scan.outdated) return watched.scan.result
  return beginScan(context, survey, watched).result
}

/** Only the tallies of surveys in the field stay in memory. */
const inField = ({ now }: Context, survey: Published): boolean => stateAt(survey, now()) !== 'closed'

function beginScan(context: Context, survey: Published, watched: Watched): Scan {
  const meanwhile = new Map<string, Counting>()
  const run: Scan = { meanwhile, outdated: false, result: scanAndCatchUp(context, survey, watched, meanwhile) }
  watched.scan = run
  return run
}

async function scanAndCatchUp(
  context: Context,
  survey: Published,
  watched: Watched,
  meanwhile: Map<string, Counting>,
): Promise<{ field: FieldTally; version: number }> {
  const versionBefore = watched.version
  const ended = () => watched.scan?.meanwhile === meanwhile
  try {
    let before = new Map<string, Counting>()
    const { field, counted, took } = await scanAside(context, survey, async () => {
      // What others committed before the moment of the scan is told before it is over.
      await lookAround(context)
      before = new Map(meanwhile)
      meanwhile.clear()
      return [...before.keys()]
    })
    restAfterScan(context, took)
    const unseen = [...before.values()].filter(({ kind, response }) => (kind === 'added') !== counted.has(response.id))
    // What is told after the scan has read everything happened after its moment.
    const followed = [...unseen, ...meanwhile.values()].map((change) => follow(field, change, context.log))
    const certain = ended() && !watched.scan?.outdated && followed.every(Boolean)
    if (!certain) return { field, version: versionBefore }
    if (inField(context, survey)) watched.field = field
    return { field, version: watched.version }
  } finally {
    if (ended()) watched.scan = null
  }
}
