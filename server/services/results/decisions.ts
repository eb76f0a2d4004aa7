import { obstaclesTo } from '../../../scoring/subjective/publication.ts'
import type { SubjectiveScore } from '../../../scoring/subjective/score.ts'
import type { Text } from '../../../scoring/text.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { Obstacles, PublicationDecision } from '../../shapes/decision.ts'
import type { Evaluation } from '../../shapes/evaluation.ts'
import { addAudit } from '../../store/audit.ts'
import { addDecision } from '../../store/decisions.ts'
import { findPublished } from '../published.ts'
import { scoreOf } from '../tally/score.ts'
import { decisionsOf } from './decisionList.ts'
import { frozenResult } from './frozen.ts'

/** What keeps a survey score from being published, the decided included. */
export async function obstaclesIn(
  context: Context,
  { id, survey }: Pick<Evaluation, 'id' | 'survey'>,
  score: SubjectiveScore | null,
): Promise<Obstacles['obstacles']> {
  const published = survey === null ? undefined : await findPublished(context, survey)
  if (!published || !score) return []
  const decisions = await decisionsOf(context.db, id)
  return obstaclesTo(score, published.settings.publication).map((obstacle) => ({
    ...obstacle,
    decision:
      (obstacle.decidable &&
        decisions.findLast(({ code, subject }) => code === obstacle.code && subject === obstacle.subject)) ||
      null,
  }))
}

/** Of the frozen result that is to be published, else of the survey as of now. */
export async function obstaclesOf(context: Context, evaluation: Evaluation): Promise<Obstacles> {
  const { id, state, survey, resultVersion } = evaluation
  const version = state === 'computed' || state === 'published' ? resultVersion : null
  const score = await (async () => {
    if (version !== null) return (await frozenResult(context.db, id, version)).regions[0]?.survey ?? null
    return survey === null ? null : scoreOf(context, survey)
  })()
  const obstacles = await obstaclesIn(context, evaluation, score)
  return { version, publishable: obstacles.every(({ decision }) => decision !== null), obstacles }
}

/**
 * Records the decision to publish in spite of something, with an entry in the audit log.
 * @throws {Problem} `wrong-state` once published; `invalid` where nothing of the kind stands in the way, or nothing can be
 * decided about it
 */
export async function decide(
  context: Context,
  evaluation: Evaluation,
  { code, subject, reason, account }: { code: string; subject: string; reason: string; account: string },
): Promise<Obstacles> {
  if (evaluation.state === 'published') throw new Problem('wrong-state')
  const { obstacles } = await obstaclesOf(context, evaluation)
  const obstacle = obstacles.find((one) => one.code === code && one.subject === subject)
  if (!obstacle?.decidable)
    throw new Problem('invalid', {
      errors: [{ path: 'body.code', code: 'no-obstacle', message: obstacle ? noScore : nothing }],
    })
  const at = context.now().toISOString()
  await context.db.transaction().execute(async (transaction) => {
    await addDecision(transaction, {
      ...{ evaluation_id: evaluation.id, code: obstacle.code, subject, reason, account, at },
      obstacle: JSON.stringify(obstacle.text),
    })
    await addAudit(transaction, {
      ...{ at, account, action: 'evaluation.decide', subject: `evaluation ${evaluation.id}` },
      detail: { code, subject, reason, obstacle: obstacle.text },
    })
  })
  return obstaclesOf(context, evaluation)
}

const nothing: Text = {
  zh: '没有这样的妨碍发布的事项；请重新读取列表。',
  en: 'Nothing of the kind stands in the way of publication; ask for the list again.',
}
const noScore: Text = {
  zh: '没有得分，不能以决定代替。',
  en: 'There is no score; a decision cannot stand in for it.',
}

/** A decision as the report prints it. */
export const decisionText = ({ by, at, reason, obstacle }: PublicationDecision): Text => ({
  zh: `${by} 于 ${at} 决定仍然发布，理由：${reason}（事项：${obstacle.zh}）`,
  en: `${by} decided on ${at} to publish all the same: ${reason} (about: ${obstacle.en})`,
})
