import { respondentsIn } from '../../../scoring/sampling/tally/tally.ts'
import { disclosureOf } from '../../../scoring/subjective/disclosure.ts'
import { type Participation, participationFunnel } from '../../../scoring/subjective/participation/funnel.ts'
import type { SubjectiveScore } from '../../../scoring/subjective/score.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { EligibilityInput, SurveyParticipation } from '../../shapes/participation.ts'
import { addAudit } from '../../store/audit.ts'
import { progressOf } from '../../store/progress.ts'
import { changeSurveyState } from '../../store/surveys.ts'
import { findPublished, forgetPublished, type Published } from '../published.ts'
import { tallyFor } from '../tally/live.ts'
import { scoreFrom } from '../tally/score.ts'
import { outcomesOf } from './outcomes.ts'

/**
 * How people took part: outcome rates of drawn persons, a funnel of volunteers, both in a mixed sample, and the paragraph
 * that says what the sample is.
 * @throws {Problem} `not-found`
 */
export async function participationOf(context: Context, id: string): Promise<SurveyParticipation> {
  const survey = await findPublished(context, id)
  if (!survey) throw new Problem('not-found')
  const { sample = 'model' } = survey.design
  const outcomes = sample === 'model' ? null : await outcomesOf(context, survey)
  const visits = sample === 'probability' ? null : await visitsOf(context, survey)
  const { version, ...field } = await tallyFor(context, survey)
  const accepted = respondentsIn(field.tally) - (field.drawn ? respondentsIn(field.drawn) : 0)
  const funnel = visits && participationFunnel({ ...visits, accepted })
  const nobody = respondentsIn(field.tally) === 0
  return {
    ...{ sample, outcomes, funnel },
    disclosure: nobody ? null : disclosureIn(survey, scoreFrom(context, survey, field, version)),
  }
}

async function visitsOf({ db }: Context, survey: Published): Promise<Omit<Participation, 'accepted'>> {
  const visits = { opened: 0, consented: 0, started: 0, finished: 0 }
  for (const { event, count } of await progressOf(db, survey)) if (event !== 'page') visits[event] += count
  return visits
}

function disclosureIn({ design }: Published, score: SubjectiveScore) {
  const margins = design.calibration.method === 'none' ? [] : design.calibration.margins
  const used = margins.flatMap((index) => design.margins[index] ?? [])
  const names = new Set(used.flatMap(({ variables }) => variables))
  return disclosureOf(
    score,
    design.variables.filter(({ name }) => names.has(name)).map(({ label }) => label),
    [...new Map(used.map(({ source }) => [source.zh, source])).values()],
  )
}

/**
 * Sets e of RR3 and RR4 with its source; the change is in the survey's log.
 * @throws {Problem} `conflict` where nobody is drawn
 */
export async function setEligibility(
  context: Context,
  survey: Published,
  eligibility: EligibilityInput,
  account: string,
): Promise<SurveyParticipation> {
  if ((survey.design.sample ?? 'model') === 'model') throw new Problem('conflict', { detail: nobodyDrawn })
  await context.db.transaction().execute(async (transaction) => {
    const settings = JSON.stringify({ ...survey.settings, eligibility })
    await changeSurveyState(transaction, survey.id, { settings })
    await addAudit(transaction, {
      ...{ at: context.now().toISOString(), account, action: 'survey.eligibility', subject: `survey ${survey.id}` },
      detail: { ...eligibility },
    })
  })
  forgetPublished(context, survey.id)
  return participationOf(context, survey.id)
}

const nobodyDrawn = {
  zh: '本调查没有随机抽取的部分，没有应答率，也不需要这一比例。',
  en: 'Nobody was drawn for this survey: it has no response rate, and no need of this share.',
}
