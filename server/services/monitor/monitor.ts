import { respondentsIn } from '../../../scoring/sampling/tally/tally.ts'
import { defaultRules } from '../../../scoring/subjective/rules.ts'
import type { SubjectiveScore } from '../../../scoring/subjective/score.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { Monitor } from '../../shapes/monitor.ts'
import { standingAlerts } from '../../store/alerts.ts'
import { type EvaluationRow, findEvaluation } from '../../store/evaluations.ts'
import { quotasOf } from '../../store/fieldwork.ts'
import { findSurvey } from '../../store/surveys.ts'
import { setAside } from '../../store/tally.ts'
import { openChannels } from '../acting/channel.ts'
import { findPublished, type Published, stateAt } from '../published.ts'
import { flagCounts } from '../quality/report.ts'
import { fieldTallyFor, versionsOf } from '../tally/live.ts'
import { scoreFrom } from '../tally/score.ts'
import { channelsAt } from './channels.ts'
import { hourOf, pace } from './pace.ts'
import { planOf } from './plan.ts'
import { quotaStatus } from './quotas.ts'
import { sampleShares } from './shares.ts'

/** A survey that is watched, with the region that decides who may. */
export interface Watched {
  survey: Published
  evaluation: EvaluationRow
}

/** @throws {Problem} `not-found` */
export async function findWatched(context: Context, id: string): Promise<Watched> {
  const survey = await findPublished(context, id)
  if (!survey) throw new Problem('not-found')
  const evaluation = await findEvaluation(context.db, survey.evaluation)
  if (!evaluation) throw new Error(`survey ${id} has lost its evaluation`)
  return { survey, evaluation }
}

/**
 * What a monitor shows hangs on this alone: as long as it stays, nothing new is to be seen.
 * What other processes write is noticed too, a moment later where the store is busy.
 */
export async function monitorMark(context: Context, { survey }: Watched): Promise<string> {
  const { revision } = await versionsOf(context, survey, { patient: true })
  const now = context.now()
  return `${revision} ${stateAt(survey, now)} ${hourOf(now)}`
}

const kept = new WeakMap<Context['changes'], Map<string, { mark: string; monitor: Promise<Monitor> }>>()

/** The monitor under a mark: everybody who watches is shown the same. */
export function monitorAt(context: Context, watched: Watched, mark: string): Promise<Monitor> {
  const monitors = kept.get(context.changes) ?? new Map<string, { mark: string; monitor: Promise<Monitor> }>()
  kept.set(context.changes, monitors)
  const known = monitors.get(watched.survey.id)
  if (known?.mark === mark) return known.monitor
  const fresh = monitor(context, watched)
  monitors.set(watched.survey.id, { mark, monitor: fresh })
  return fresh
}

/** Where a survey stands at this moment, whoever wrote last. */
export async function currentMonitor(context: Context, watched: Watched): Promise<Monitor> {
  await versionsOf(context, watched.survey)
  return monitor(context, watched)
}

async function monitor(context: Context, { survey, evaluation }: Watched): Promise<Monitor> {
  const { db, now } = context
  const { overQuota, excluded, withdrawn } = await setAside(db, survey)
  const quotas = await quotasOf(db, survey)
  const row = await findSurvey(db, survey.id)
  const alerts = await standingAlerts(db, survey.id)
  const flags = await flagCounts(db, survey)
  const { field, version } = await fieldTallyFor(context, survey, { patient: true })

  // From here on nothing waits: the tally goes on changing.
  const { tally, hours, channels, locales } = field
  const responses = respondentsIn(tally)
  const estimate = responses < defaultRules.fewestInGroup ? null : scoreFrom(context, survey, field, version)
  return {
    survey: {
      id: survey.id,
      title: survey.title,
      state: stateAt(survey, now()),
      region: { code: evaluation.regionCode, name: JSON.parse(evaluation.regionName) },
      opensAt: survey.opensAt,
      closesAt: survey.closesAt,
      madeUp: survey.settings.madeUp,
      channels: openChannels(survey),
    },
    version,
    at: now().toISOString(),
    counts: { responses, overQuota, excluded, withdrawn, screenedOut: row?.screened_out ?? 0 },
    pace: { ...pace(hours, now()), plan: planOf(survey, quotas, hours, now()) },
    channels: channelsAt({ channels, open: openChannels(survey), quotas }, now()),
    alerts: alerts.map(({ id, kind, content, raised_at, acknowledged_by }) => ({
      ...{ id, kind, text: JSON.parse(content), raisedAt: raised_at, acknowledgedBy: acknowledged_by },
    })),
    quotas: quotas.map((quota) => quotaStatus(quota, survey.design.variables)),
    sample: sampleShares(survey.design, tally),
    quality: {
      dontKnow: highestDontKnow(estimate),
      flags,
      languages: [...locales]
        .map(([locale, responses]) => ({ locale, responses }))
        .sort((a, b) => b.responses - a.responses || (a.locale < b.locale ? -1 : 1)),
    },
    estimate,
    decisions: survey.design.decisions,
  }
}

const mostItems = 5

const highestDontKnow = (estimate: SubjectiveScore | null): Monitor['quality']['dontKnow'] =>
  (estimate?.items ?? [])
    .flatMap(({ name, label, dontKnowRate }) =>
      dontKnowRate === null ? [] : [{ item: name, label, rate: dontKnowRate }],
    )
    .sort((a, b) => b.rate - a.rate)
    .slice(0, mostItems)
