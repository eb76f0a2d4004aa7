import { timePerQuestion } from '../../../scoring/subjective/quality/arrival.ts'
import { type Arrived, relativeFlags } from '../../../scoring/subjective/quality/relative.ts'
import type { QualityFlag } from '../../../scoring/subjective/quality/rules.ts'
import type { Change, Context } from '../../context.ts'
import { addAudit } from '../../store/audit.ts'
import { type Judged, judgedAfter } from '../../store/quality.ts'
import { findResponse, newestMark } from '../../store/responses.ts'
import { surveyIds } from '../../store/surveys.ts'
import { excludeWithin, restoreWithin } from '../exclusion.ts'
import { findPublished, type Published, stateAt } from '../published.ts'
import { excludes, reasonOf } from './onArrival.ts'

/** What a scan found and did. */
export interface QualityScan {
  responses: number
  /** How many have each flag. */
  flags: Partial<Record<QualityFlag, number>>
  excluded: number
  restored: number
}

/**
 * Judges all responses of a survey together by its frozen rules: provisional while it runs, final at closing.
 * Excludes what has too many points and restores what a rule had excluded and does not any more; what a named person
 * decided stands.
 */
export async function scanQuality(
  context: Context,
  survey: Published,
  { final }: { final: boolean },
): Promise<QualityScan> {
  const found: QualityScan = { responses: 0, flags: {}, excluded: 0, restored: 0 }
  const rules = survey.settings.quality
  if (!rules) return found
  const responses = await allJudged(context, survey)
  const relative = relativeFlags(responses, rules)
  const wrong: Decision[] = []
  for (const { id, own, mark, markedBy } of responses) {
    const flags = [...own, ...(relative.get(id) ?? [])]
    for (const flag of flags) found.flags[flag] = (found.flags[flag] ?? 0) + 1
    const out = excludes(survey, flags)
    if (out !== (mark === 'excluded') && !decidedByPerson({ mark, markedBy })) wrong.push({ id, flags, out })
  }
  found.responses = responses.length
  for (let from = 0; from < wrong.length; from += atOnce) {
    await apply(context, survey, wrong.slice(from, from + atOnce), found)
  }
  if (final || found.excluded + found.restored > 0) await log(context, survey, found, final)
  return found
}

interface Decision {
  id: string
  flags: QualityFlag[]
  out: boolean
}

const page = 2000
const atOnce = 100

type Looked = Arrived & Pick<Judged, 'mark' | 'markedBy'> & { own: QualityFlag[] }

/** A page at a time, so that answers come in meanwhile. */
async function allJudged({ db }: Context, survey: Published): Promise<Looked[]> {
  const all: Looked[] = []
  for (let rows = await judgedAfter(db, survey, '', page); rows.length > 0; ) {
    for (const row of rows) all.push({ ...arrivedOf(row), own: flagsOf(row), mark: row.mark, markedBy: row.markedBy })
    await new Promise((resolve) => setImmediate(resolve))
    rows = await judgedAfter(db, survey, rows.at(-1)?.id ?? '', page)
  }
  return all
}

/** What changed since it was looked at is left to the next scan. */
async function apply(context: Context, survey: Published, decisions: Decision[], found: QualityScan): Promise<void> {
  const at = context.now().toISOString()
  const told = await context.db.transaction().execute(async (transaction) => {
    const changes: Change[] = []
    for (const { id, flags, out } of decisions) {
      const response = await findResponse(transaction, survey, id)
      const mark = response && (await newestMark(transaction, response))
      if (!response || mark?.kind === 'withdrawn' || (mark?.kind === 'excluded') === out) continue
      if (mark && decidedByPerson({ mark: mark.kind, markedBy: mark.marked_by })) continue
      const verdict = { account: null, reason: reasonOf(flags), at }
      if (out) changes.push(...(await excludeWithin(transaction, survey, id, verdict)))
      else changes.push(...(await restoreWithin(transaction, survey, id, verdict)).told)
      found[out ? 'excluded' : 'restored'] += 1
    }
    return changes
  })
  for (const change of told) context.changes.tell(change)
}

const log = ({ db, now }: Context, survey: Published, found: QualityScan, final: boolean) =>
  db.transaction().execute((transaction) =>
    addAudit(transaction, {
      at: now().toISOString(),
      account: null,
      action: final ? 'quality.final-scan' : 'quality.scan',
      subject: `survey ${survey.id}`,
      detail: { ...found },
    }),
  )

/** Judges every survey in the field that has rules, provisionally. */
export async function scanOpenSurveys(context: Context): Promise<void> {
  for (const id of await surveyIds(context.db)) {
    const survey = await findPublished(context, id)
    if (survey?.settings.quality && stateAt(survey, context.now()) === 'open') {
      await scanQuality(context, survey, { final: false })
    }
  }
}

const decidedByPerson = ({ mark, markedBy }: Pick<Judged, 'mark' | 'markedBy'>): boolean =>
  mark !== null && markedBy !== null

const flagsOf = ({ flags }: Judged): QualityFlag[] => (flags ? (flags.split(',') as QualityFlag[]) : [])

const arrivedOf = ({ id, channel, network, receivedAt, codes, timings, answers }: Judged): Arrived => ({
  id,
  channel,
  network,
  at: Date.parse(receivedAt),
  codes,
  pace: timings === null ? null : (timePerQuestion(JSON.parse(answers), JSON.parse(timings)) ?? null),
})
