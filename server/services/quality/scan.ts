import { timePerQuestion } from '../../../scoring/subjective/quality/arrival.ts'
import { type Arrived, relativeFlags } from '../../../scoring/subjective/quality/relative.ts'
import type { QualityFlag } from '../../../scoring/subjective/quality/rules.ts'
import type { Change, Context } from '../../context.ts'
import { addAudit } from '../../store/audit.ts'
import { type Judged, judgedResponses } from '../../store/quality.ts'
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
  const told: Change[] = []
  const at = context.now().toISOString()
  await context.db.transaction().execute(async (transaction) => {
    const responses = await judgedResponses(transaction, survey)
    const relative = relativeFlags(responses.map(arrivedOf), rules)
    found.responses = responses.length
    for (const response of responses) {
      const flags = [...flagsOf(response), ...(relative.get(response.id) ?? [])]
      for (const flag of flags) found.flags[flag] = (found.flags[flag] ?? 0) + 1
      const out = excludes(survey, flags)
      if (out === (response.mark === 'excluded') || decidedByPerson(response)) continue
      const verdict = { account: null, reason: reasonOf(flags), at }
      if (out) told.push(...(await excludeWithin(transaction, survey, response.id, verdict)))
      else told.push(...(await restoreWithin(transaction, survey, response.id, verdict)).told)
      found[out ? 'excluded' : 'restored'] += 1
    }
    if (final || found.excluded + found.restored > 0) {
      await addAudit(transaction, {
        at,
        account: null,
        action: final ? 'quality.final-scan' : 'quality.scan',
        subject: `survey ${survey.id}`,
        detail: { ...found },
      })
    }
  })
  for (const change of told) context.changes.tell(change)
  return found
}

/** Judges every survey in the field that has rules, provisionally. */
export async function scanOpenSurveys(context: Context): Promise<void> {
  for (const id of await surveyIds(context.db)) {
    const survey = await findPublished(context, id)
    if (survey?.settings.quality && stateAt(survey, context.now()) === 'open') {
      await scanQuality(context, survey, { final: false })
    }
  }
}

const decidedByPerson = ({ mark, markedBy }: Judged): boolean => mark !== null && markedBy !== null

const flagsOf = ({ flags }: Judged): QualityFlag[] => (flags ? (flags.split(',') as QualityFlag[]) : [])

const arrivedOf = ({ id, channel, network, receivedAt, codes, timings, answers }: Judged): Arrived => ({
  id,
  channel,
  network,
  at: Date.parse(receivedAt),
  codes,
  pace: timings === null ? null : (timePerQuestion(JSON.parse(answers), JSON.parse(timings)) ?? null),
})
