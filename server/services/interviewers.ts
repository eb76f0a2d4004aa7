import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import type { Interviewer, InterviewSurvey } from '../shapes/interview.ts'
import type { User } from '../shapes/session.ts'
import { addAudit } from '../store/audit.ts'
import {
  addInterviewer,
  interviewersOf,
  possibleInterviewers,
  removeInterviewer,
  surveysOfInterviewer,
} from '../store/interviewers.ts'
import { findWatched, type Watched } from './monitor/monitor.ts'
import { stateAt } from './published.ts'

/**
 * Makes sure that somebody may ask the questions of a survey: whoever runs its fieldwork, or one of its interviewers.
 * @throws {Problem} `not-found`: to other interviewers it does not exist
 */
export async function requireInterviewer(
  { db }: Pick<Context, 'db'>,
  { survey, evaluation }: Watched,
  user: User | null,
): Promise<void> {
  const runsIt = user?.roles.some(
    ({ role, regions }) => role === 'fieldwork' && (regions === null || regions.includes(evaluation.regionCode)),
  )
  if (runsIt) return
  const interviewers = await interviewersOf(db, survey.id)
  if (!interviewers.some(({ account }) => account === user?.name)) throw new Problem('not-found')
}

/** The surveys of an interviewer; those of regions that they hold the role for no longer are left out. */
export async function interviewsFor(
  context: Context,
  account: string,
  permitted: (region: string) => boolean,
): Promise<InterviewSurvey[]> {
  const found: InterviewSurvey[] = []
  for (const id of await surveysOfInterviewer(context.db, account)) {
    const { survey, evaluation } = await findWatched(context, id)
    if (!permitted(evaluation.regionCode)) continue
    found.push({
      id,
      title: survey.title,
      state: stateAt(survey, context.now()),
      region: { code: evaluation.regionCode, name: JSON.parse(evaluation.regionName) },
      madeUp: survey.settings.madeUp,
    })
  }
  return found
}

/** Everybody who could ask the questions of a survey, and who does. */
export async function listInterviewers({ db }: Context, { survey, evaluation }: Watched): Promise<Interviewer[]> {
  const works = new Set((await interviewersOf(db, survey.id)).map(({ account }) => account))
  const possible = await possibleInterviewers(db, evaluation.regionCode)
  return possible.map((account) => ({ account, works: works.has(account) }))
}

interface Assignment {
  account: string
  works: boolean
  by: string
}

/**
 * Lets an interviewer work for a survey, or no longer; logged.
 * @throws {Problem} `not-found` where the account does not hold the role for the survey's region
 */
export async function assignInterviewer(
  { db, now }: Context,
  { survey, evaluation }: Watched,
  { account, works, by }: Assignment,
): Promise<void> {
  const at = now().toISOString()
  await db.transaction().execute(async (transaction) => {
    const possible = await possibleInterviewers(transaction, evaluation.regionCode)
    if (works && !possible.includes(account)) throw new Problem('not-found')
    if (works) await addInterviewer(transaction, { survey_id: survey.id, account, since: at })
    else await removeInterviewer(transaction, survey.id, account)
    await addAudit(transaction, {
      at,
      account: by,
      action: works ? 'interviewer.add' : 'interviewer.remove',
      subject: `survey ${survey.id}`,
      detail: { interviewer: account },
    })
  })
}
