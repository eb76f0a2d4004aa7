import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { SurveyState } from '../../shapes/survey.ts'
import { addAudit } from '../../store/audit.ts'
import { changeSurveyState } from '../../store/surveys.ts'
import { forgetPublished, type Published, stateAt } from '../published.ts'

export interface Extended {
  state: SurveyState
  closesAt: string
}

/**
 * Lets a survey end later; one without an end gets one.
 * @throws {Problem} `conflict` once it has closed, for then what led to who sent an answer has been cut; `invalid` where the
 *   new end is not later than the old one, or not in the future
 */
export async function extendSurvey(
  context: Context,
  survey: Published,
  { closesAt, reason, account }: { closesAt: string; reason: string; account: string },
): Promise<Extended> {
  const { id } = survey
  const state = stateAt(survey, context.now())
  if (state === 'closed') throw new Problem('conflict', { detail: closed })
  const at = context.now().toISOString()
  const end = new Date(closesAt).toISOString()
  if (end <= (survey.closesAt ?? at) || end <= at)
    throw new Problem('invalid', {
      detail: notLater,
      errors: [{ path: 'body.closesAt', code: 'too_small', message: notLater }],
    })
  await context.db.transaction().execute(async (transaction) => {
    await changeSurveyState(transaction, id, { closes_at: end })
    await addAudit(transaction, {
      at,
      account,
      action: 'survey.extend',
      subject: `survey ${id}`,
      detail: { from: survey.closesAt, to: end, reason },
    })
  })
  forgetPublished(context, id)
  context.changes.tell({ kind: 'other', survey: id })
  return { state, closesAt: end }
}

const closed = {
  zh: '调查已结束：最终质量检查已做，识别信息已清除，不能再延长。请另建一个调查。',
  en: 'The survey has closed: its final scan is done and what leads to people is cut, so it cannot go on. Set up another.',
}

const notLater = {
  zh: '新的截止时间要晚于现在，也要晚于原截止时间；要提前结束请用“提前结束”。',
  en: 'The new end must be later than now and than the old end; to end sooner, close the survey.',
}
