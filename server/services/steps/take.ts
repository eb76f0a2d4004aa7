import type { Text } from '../../../scoring/text.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { Evaluation, EvaluationStep, StepAction } from '../../shapes/evaluation.ts'
import { addAudit } from '../../store/audit.ts'
import type { Store } from '../../store/database.ts'
import { addStep, listSteps, moveState } from '../../store/steps.ts'
import { evaluationOf } from '../evaluations/find.ts'
import { freezeResult } from '../results/freeze.ts'
import { preparePublication } from '../results/publish.ts'
import { transitions } from './transitions.ts'

export interface NewStep {
  action: StepAction
  account: string
  remark: string
  /** Whether the evaluation, at this revision, is the one that the step was decided on. */
  expects: (revision: number) => boolean
}

/** What a step keeps beside itself, and the result that it is about. */
type Keep = (db: Store) => Promise<number>

/**
 * Brings an evaluation from one state to the next, with an entry in the audit log.
 * @throws {Problem} `not-found`, `newer-version`, `invalid`, `wrong-state`, and what computing or publishing stands in the way of
 */
export async function takeStep(context: Context, id: string, step: NewStep): Promise<Evaluation> {
  const evaluation = await evaluationOf(context, id)
  const { action, remark, account } = step
  if (!step.expects(evaluation.revision)) throw await changedSince(context, id)
  const { from, to, needsRemark } = transitions[action]
  if (needsRemark && remark === '') throw new Problem('invalid', { errors: [remarkMissing] })
  if (!from.includes(evaluation.state)) throw new Problem('wrong-state')

  // What takes long is prepared before the transaction, which then makes sure that nothing has moved.
  const keep = await preparations[action]?.(context, evaluation, step)
  const at = context.now().toISOString()
  return context.db.transaction().execute(async (transaction) => {
    // It was in a state for this a moment ago: who named what they had seen is told that it has changed.
    if (!(await moveState(transaction, id, evaluation.state, to))) {
      const { revision } = await evaluationOf({ db: transaction }, id)
      throw step.expects(revision) ? new Problem('wrong-state') : await changedSince({ db: transaction }, id)
    }
    // The state may be the same again after somebody else's step, or with other data.
    if ((await evaluationOf({ db: transaction }, id)).revision !== evaluation.revision)
      throw new Problem('newer-version')
    const result_version = keep ? await keep(transaction) : null
    await addStep(transaction, {
      ...{ evaluation_id: id, action, account, remark, at, result_version },
      ...{ from_state: evaluation.state, to_state: to },
    })
    await addAudit(transaction, {
      at,
      account,
      action: `evaluation.${action}`,
      subject: `evaluation ${id}`,
      detail: { from: evaluation.state, to, remark, resultVersion: result_version },
    })
    return evaluationOf({ db: transaction }, id)
  })
}

type Preparation = (context: Context, evaluation: Evaluation, step: NewStep) => Promise<Keep>

const preparations: Partial<Record<StepAction, Preparation>> = {
  compute: (context, evaluation, { account }) => freezeResult(context, evaluation, account),
  publish: (context, evaluation, step) => preparePublication(context, evaluation, step),
}

/** Says who was faster, and with what. */
async function changedSince({ db }: Pick<Context, 'db'>, id: string): Promise<Problem> {
  const [last] = await listSteps(db, id)
  if (!last) return new Problem('newer-version')
  const { account, action } = last
  return new Problem('newer-version', {
    detail: {
      zh: `您打开页面之后情况有变（最近一步：${account} ${names[action].zh}）。您的操作没有执行，请看过最新情况再决定。`,
      en: `This has changed since you opened it (the last step: ${account} ${names[action].en}). Nothing was done; look at how it stands now, then decide.`,
    },
  })
}

const names: Record<StepAction, Text> = {
  submit: { zh: '已提交', en: 'submitted it' },
  return: { zh: '已退回', en: 'returned it' },
  accept: { zh: '已接受', en: 'accepted it' },
  compute: { zh: '已计算', en: 'computed it' },
  publish: { zh: '已发布', en: 'published it' },
  correct: { zh: '已开始更正', en: 'began a correction' },
}

const remarkMissing = {
  path: 'body.remark',
  code: 'too_small',
  message: { zh: '请写明原因', en: 'Say why' },
}

/** The steps of an evaluation, the newest first. */
export async function stepsOf({ db }: Pick<Context, 'db'>, id: string): Promise<EvaluationStep[]> {
  return (await listSteps(db, id)).map(({ action, from_state, to_state, account, at, remark, result_version }) => ({
    ...{ action, from: from_state, to: to_state },
    ...{ by: account, at, remark, resultVersion: result_version },
  }))
}
