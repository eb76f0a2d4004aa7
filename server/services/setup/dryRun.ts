import { randomFrom } from '../../../surveys/demo/random.ts'
import { localesOf } from '../../../surveys/locales.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { DryRunReport, NewSurvey } from '../../shapes/setup.ts'
import { quotasOf } from '../../store/fieldwork.ts'
import { addQuestionnaire, findQuestionnaire } from '../../store/surveys.ts'
import { setAside } from '../../store/tally.ts'
import { type Collector, collect, createCollector } from '../collect/collect.ts'
import { derivedId } from '../collect/derivedId.ts'
import { quotaStatus } from '../monitor/quotas.ts'
import { requestPlace } from '../places/request.ts'
import { demandsPlace, findPublished, type Published } from '../published.ts'
import { residentsOf } from '../simulate/residents.ts'
import { scan } from '../tally/scan.ts'
import { scoreFrom } from '../tally/score.ts'
import { addSurveyOf, refuseFaults } from './create.ts'
import { inSandbox } from './sandbox.ts'

interface Wish {
  survey: NewSurvey
  responses: number
  seed: number
}

/** Fewer say nothing about a score. */
const fewestForScore = 30

/**
 * Made-up residents answer a survey before it exists, through the same intake as real ones, in a store of its own that
 * is deleted afterwards. It is open for them whatever its dates and channels, and asks no proof of work.
 * @throws {Problem} `invalid` with everything that keeps the survey from being published
 */
export async function dryRun(context: Context, { survey: wish, responses, seed }: Wish): Promise<DryRunReport> {
  await refuseFaults(context, wish)
  const version = await findQuestionnaire(context.db, wish.questionnaire.id, wish.questionnaire.version)
  if (!version) throw new Error(`questionnaire ${wish.questionnaire.id} is gone`)
  return inSandbox(context, async (sandbox) => {
    await sandbox.db.transaction().execute(async (transaction) => {
      await addQuestionnaire(transaction, version)
      const by = { account: 'dry run', everywhere: true, at: sandbox.now() }
      await addSurveyOf(transaction, opened(wish), by)
    })
    const survey = await findPublished(sandbox, wish.id)
    if (!survey) throw new Error(`survey ${wish.id} was not set up`)
    const collector = createCollector(sandbox)
    const refused = await answerAll(collector, survey, { responses, seed })
    await collector.queue.drain()
    return report(sandbox, survey, responses, refused)
  })
}

function opened(wish: NewSurvey): NewSurvey {
  const { channels: _, proofOfWork: __, ...settings } = wish.settings
  return { ...wish, opensAt: null, closesAt: null, settings: { ...settings, madeUp: true } }
}

async function answerAll(
  collector: Collector,
  survey: Published,
  { responses, seed }: Pick<Wish, 'responses' | 'seed'>,
): Promise<Record<string, number>> {
  const resident = residentsOf(survey.questionnaire, survey.check)
  const locales = localesOf(survey.questionnaire)
  const refused: Record<string, number> = {}
  for (let number = 0; number < responses; number++) {
    const random = randomFrom(seed * 1_000_003 + number)
    const answers = resident(random)
    const timings = { all: Object.keys(answers).length * (4000 + Math.floor(random() * 6000)) }
    const locale = locales[number % locales.length] ?? ''
    try {
      const place = demandsPlace(survey)
        ? (await requestPlace(collector.context, survey.id, { answers, device: null })).place
        : undefined
      await collect(collector, survey.id, {
        id: derivedId(`dry run ${seed} ${number}`),
        answers,
        locale,
        timings,
        place,
      })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refused[error.code] = (refused[error.code] ?? 0) + 1
    }
  }
  return refused
}

async function report(
  sandbox: Context,
  survey: Published,
  sent: number,
  refused: Record<string, number>,
): Promise<DryRunReport> {
  const { overQuota } = await setAside(sandbox.db, survey)
  const field = await scan(sandbox.db, survey)
  const quotas = await quotasOf(sandbox.db, survey)
  const turnedAway = Object.values(refused).reduce((sum, count) => sum + count, 0)
  const accepted = sent - turnedAway - overQuota
  const score = accepted < fewestForScore ? null : scoreFrom(sandbox, survey, field, 0)
  return {
    sent,
    accepted,
    overQuota,
    refused,
    quotas: quotas
      .map((quota) => quotaStatus(quota, survey.design.variables))
      .map(({ label, target, taken }) => ({ label, target, taken })),
    score: score?.score ?? null,
    cautions: (score?.cautions ?? []).map(({ text }) => text),
  }
}
