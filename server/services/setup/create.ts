import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { NewSurvey } from '../../shapes/setup.ts'
import { addAudit } from '../../store/audit.ts'
import type { Store } from '../../store/database.ts'
import { evaluationExists, findRegion, findRound, regionInRound } from '../../store/setup.ts'
import { addEvaluation, addRegion, addRound } from '../../store/surveys.ts'
import { setUpSurvey } from '../publish.ts'
import { checkSurvey } from './check.ts'

export interface By {
  account: string
  /** Whether somebody may act for every region: then a round may be begun. */
  everywhere: boolean
}

/**
 * Publishes a survey: round, region and evaluation are made where they are not there yet. From here on questionnaire,
 * design, rules and thresholds stay as they are.
 * @throws {Problem} `invalid` with everything that stands in the way; `forbidden` where a round would have to be begun
 */
export async function createSurvey(context: Context, wish: NewSurvey, by: By): Promise<{ survey: string }> {
  await context.db.transaction().execute(async (transaction) => {
    await refuseFaults({ ...context, db: transaction }, wish)
    await addSurveyOf(transaction, wish, { ...by, at: context.now() })
  })
  return { survey: wish.id }
}

export async function refuseFaults(context: Pick<Context, 'now'> & { db: Store }, wish: NewSurvey) {
  const errors = (await checkSurvey(context, wish)).filter(({ level }) => level === 'error')
  if (errors.length > 0)
    throw new Problem('invalid', { errors: errors.map(({ path, code, message }) => ({ path, code, message })) })
}

/** Sets up what was checked; within a transaction. */
export async function addSurveyOf(db: Store, wish: NewSurvey, { account, everywhere, at }: By & { at: Date }) {
  const act = { account, at: at.toISOString() }
  await ensureRound(db, wish, { ...act, everywhere })
  const evaluation = await ensureEvaluation(db, wish, act)
  const { id, title, questionnaire, settings, design, quotas, opensAt, closesAt } = wish
  await setUpSurvey(
    db,
    {
      id,
      round: wish.round.id,
      evaluation,
      title,
      questionnaire,
      settings,
      design,
      quotas,
      state: opensAt !== null && new Date(opensAt) > at ? 'scheduled' : 'open',
      // At once is now: how a survey comes along is told by when it began.
      opensAt: (opensAt === null ? at : new Date(opensAt)).toISOString(),
      closesAt: closesAt === null ? null : new Date(closesAt).toISOString(),
    },
    act,
  )
}

interface Act {
  account: string
  at: string
}

async function ensureRound(
  db: Store,
  { round, settings }: NewSurvey,
  { account, at, everywhere }: Act & Pick<By, 'everywhere'>,
) {
  const found = await findRound(db, round.id)
  if (found) {
    // Made-up answers must never stand beside real ones.
    if ((found.made_up === 1) !== settings.madeUp) throw new Problem('conflict', { detail: mixed })
    return
  }
  if (!everywhere) throw new Problem('forbidden', { detail: noRound })
  await addRound(db, {
    id: round.id,
    name: JSON.stringify(round.name),
    made_up: settings.madeUp ? 1 : 0,
    created_at: at,
  })
  await addAudit(db, {
    at,
    account,
    action: 'round.create',
    subject: `round ${round.id}`,
    detail: { name: round.name },
  })
}

async function ensureEvaluation(db: Store, { round, region }: NewSurvey, { account, at }: Act): Promise<string> {
  const found = await regionInRound(db, round.id, region.code)
  if (found) return found.id
  if (!(await findRegion(db, region.code))) {
    await addRegion(db, { ...region, name: JSON.stringify(region.name) })
    await addAudit(db, { at, account, action: 'region.add', subject: `region ${region.code}`, detail: { ...region } })
  }
  const plain = `${round.id}-${region.code}`
  const id = (await evaluationExists(db, plain)) ? `${plain}-2` : plain
  await addEvaluation(db, { id, round_id: round.id, region_code: region.code, scheme: region.scheme, state: 'draft' })
  return id
}

const noRound = {
  zh: '新建批次需要对全部地区的调查管理权限；请选择已有批次，或请有权限的人先建批次。',
  en: 'A new round needs the fieldwork role for all regions: choose an existing round, or ask somebody who has it to begin one.',
}
const mixed = {
  zh: '示例数据与真实数据不能放在同一批次里。',
  en: 'Made-up and real data cannot stand in one round.',
}
