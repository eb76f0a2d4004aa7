import { localesOf } from '../../../surveys/locales.ts'
import type { Context } from '../../context.ts'
import type { RecordsFile } from '../../shapes/records.ts'
import { auditOf } from '../../store/audit.ts'
import type { Store } from '../../store/database.ts'
import { quotasOf } from '../../store/fieldwork.ts'
import { progressOf } from '../../store/progress.ts'
import { findQuestionnaire } from '../../store/surveys.ts'
import { excludedResponses } from '../../store/tally.ts'
import { openChannels } from '../acting/channel.ts'
import { listBatches } from '../invitations/follow.ts'
import { monitorAt, monitorMark, type Watched } from '../monitor/monitor.ts'
import { programVersion } from '../version.ts'
import { recordOf, retentionOf } from './records.ts'

/** Everything that is to be kept of how a survey was made and run (ISO 20252, SURVEY-PRACTICE 3.6), as of now. */
export async function recordsFile(context: Context, watched: Watched): Promise<RecordsFile> {
  const { db, now } = context
  const { survey, evaluation } = watched
  const { id, settings, design, key } = survey
  const { counts, survey: shown, estimate } = await monitorAt(context, watched, await monitorMark(context, watched))
  const version = await findQuestionnaire(db, survey.questionnaireId, survey.questionnaireVersion)
  return {
    survey: id,
    title: survey.title,
    region: { code: evaluation.regionCode, name: JSON.parse(evaluation.regionName) },
    round: survey.round,
    madeUp: settings.madeUp,
    madeAt: now().toISOString(),
    program: programVersion,
    record: await recordOf(db, id),
    retention: await retentionOf(db, survey),
    questionnaire: {
      id: survey.questionnaireId,
      version: survey.questionnaireVersion,
      sha256: version?.content_hash ?? '',
      languages: localesOf(survey.questionnaire),
      items: key.items.length,
    },
    legalMarks: { ...settings.welcome.legalMarks },
    fieldwork: {
      ...{ state: shown.state, opensAt: survey.opensAt, closesAt: survey.closesAt },
      channels: openChannels(survey),
    },
    sample: {
      ...{ accepted: counts.responses, overQuota: counts.overQuota, excluded: counts.excluded },
      ...{ withdrawn: counts.withdrawn, screenedOut: counts.screenedOut },
      invitations: (await listBatches(context, survey)).map(({ label, dispositions }) => ({
        batch: label,
        dispositions,
      })),
      visits: await progressOf(db, survey),
    },
    quotas: (await quotasOf(db, survey)).map(({ id, variables, categories, target, policy, taken }) => ({
      ...{ id, variables: JSON.parse(variables), categories: JSON.parse(categories), target, policy, taken },
    })),
    margins: design.margins.map(({ variables, source }) => ({ variables, source })),
    decisions: design.decisions,
    quality: { rules: settings.quality ?? null, excludedByReason: await excludedByReason(db, watched) },
    weighting: estimate && {
      ...estimate.calibration,
      ...{ nEffective: estimate.nEffective, designEffect: estimate.designEffect, rule: estimate.rule },
    },
    log: await acts(db, id),
  }
}

async function excludedByReason(db: Store, { survey }: Watched): Promise<RecordsFile['quality']['excludedByReason']> {
  const counts = new Map<string, number>()
  for (const { reason } of await excludedResponses(db, survey)) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].map(([reason, responses]) => ({ reason, responses })).sort((a, b) => b.responses - a.responses)
}

const page = 500

/** Acts on single responses are counted elsewhere: they may be very many. */
async function acts(db: Store, survey: string): Promise<RecordsFile['log']> {
  const entries: RecordsFile['log'] = []
  for (let before: number | undefined; ; ) {
    const rows = await auditOf(db, `survey ${survey}`, { before, limit: page })
    for (const { at, account, action, detail } of rows)
      if (!action.startsWith('response.')) entries.push({ at, account, action, detail: JSON.parse(detail) })
    if (rows.length < page) return entries.reverse()
    before = rows.at(-1)?.position
  }
}
