import { randomUUID } from 'node:crypto'
import type { QualityFlag } from '../../../scoring/subjective/quality/rules.ts'
import type { Change, Context } from '../../context.ts'
import { addAudit } from '../../store/audit.ts'
import type { Store } from '../../store/database.ts'
import { addQualityScan, newestQualityScan, qualityRulesOf, setRelativeFlags } from '../../store/quality.ts'
import { findResponse, newestMark } from '../../store/responses.ts'
import { surveyIds } from '../../store/surveys.ts'
import { excludeWithin, restoreWithin } from '../exclusion.ts'
import { findPublished, type Published, stateAt } from '../published.ts'
import { judgeAside } from './judgeAside.ts'
import { reasonOf } from './onArrival.ts'
import type { Finding, Judgement } from './scanStore.ts'

/** What a scan found and did. */
export interface QualityScan {
  responses: number
  /** How many have each flag. */
  flags: Partial<Record<QualityFlag, number>>
  excluded: number
  restored: number
}

const running = new WeakMap<Context['changes'], Map<string, Promise<unknown>>>()

/**
 * Judges all responses of a survey together by its frozen rules: provisional while it runs, final at closing.
 * Excludes what has too many points and restores what a rule had excluded and does not any more; what a named person
 * decided stands. In a thread of its own; one scan of a survey at a time.
 */
export async function scanQuality(context: Context, survey: Published, wish: { final: boolean }): Promise<QualityScan> {
  const scans = running.get(context.changes) ?? new Map<string, Promise<unknown>>()
  running.set(context.changes, scans)
  const before = scans.get(survey.id)
  const own = Promise.allSettled([before]).then(() => scan(context, survey, wish))
  scans.set(survey.id, own)
  try {
    return await own
  } finally {
    if (scans.get(survey.id) === own) scans.delete(survey.id)
  }
}

async function scan(context: Context, survey: Published, { final }: { final: boolean }): Promise<QualityScan> {
  const { id, round, quality: rules } = survey
  const done = { excluded: 0, restored: 0 }
  if (!rules) return { responses: 0, flags: {}, ...done }
  const found = await judgeAside(context, { id, round, rules }, (findings) => apply(context, survey, findings, done))
  await keep(context, survey, { ...found, ...done, final })
  return { responses: found.responses, flags: found.flags, ...done }
}

/** What changed since it was looked at is left to the next scan. */
async function apply(
  context: Context,
  survey: Published,
  findings: Finding[],
  done: { excluded: number; restored: number },
): Promise<void> {
  const at = context.now().toISOString()
  const told = await context.db.transaction().execute(async (transaction) => {
    const changes: Change[] = []
    for (const finding of findings) {
      const { id, relative, points, out } = finding
      await setRelativeFlags(transaction, survey, id, { relative: relative.join(','), points })
      const made = out === undefined ? undefined : await decide(transaction, survey, finding, at)
      if (!made) continue
      changes.push(...made)
      done[out ? 'excluded' : 'restored'] += 1
    }
    return changes
  })
  for (const change of told) context.changes.tell(change)
}

async function decide(
  db: Store,
  survey: Published,
  { id, flags, out }: Finding,
  at: string,
): Promise<Change[] | undefined> {
  const response = await findResponse(db, survey, id)
  const mark = response && (await newestMark(db, response))
  if (!response || mark?.kind === 'withdrawn' || (mark?.kind === 'excluded') === out) return undefined
  if (mark && mark.marked_by !== null) return undefined
  const verdict = { account: null, reason: reasonOf(flags), at }
  return out ? excludeWithin(db, survey, id, verdict) : (await restoreWithin(db, survey, id, verdict)).told
}

interface Finished extends Judgement {
  excluded: number
  restored: number
  final: boolean
}

/** A scan that found and did nothing new leaves nothing behind, unless it is the one at closing. */
async function keep(context: Context, survey: Published, found: Finished): Promise<void> {
  const { responses, flags, excluded, restored, hash, final } = found
  const { db, now } = context
  const before = await newestQualityScan(db, survey)
  if (!final && before?.content_hash === hash && excluded + restored === 0) return
  const at = now().toISOString()
  const id = randomUUID()
  const rules = await qualityRulesOf(db, survey)
  await db.transaction().execute(async (transaction) => {
    await addQualityScan(transaction, {
      ...{ round_id: survey.round, survey_id: survey.id, id, at, final: final ? 1 : 0 },
      ...{ responses, flags: JSON.stringify(flags), excluded, restored },
      ...{ rules_hash: rules?.content_hash ?? '', content_hash: hash },
    })
    if (!final && excluded + restored === 0) return
    await addAudit(transaction, {
      at,
      account: null,
      action: final ? 'quality.final-scan' : 'quality.scan',
      subject: `survey ${survey.id}`,
      detail: { scan: id, responses, flags, excluded, restored, sha256: hash },
    })
  })
  context.changes.tell({ kind: 'other', survey: survey.id })
}

/** Judges every survey in the field that has rules, provisionally. */
export async function scanOpenSurveys(context: Context): Promise<void> {
  for (const id of await surveyIds(context.db)) {
    const survey = await findPublished(context, id)
    if (survey?.quality && stateAt(survey, context.now()) === 'open') {
      await scanQuality(context, survey, { final: false })
    }
  }
}
