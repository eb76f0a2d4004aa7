import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { NewRound, RoundSummary } from '../../shapes/round.ts'
import { addAudit } from '../../store/audit.ts'
import { listEvaluations } from '../../store/evaluations.ts'
import { findRound } from '../../store/setup.ts'
import { addRound, listRounds } from '../../store/surveys.ts'

/** Every round, the newest first, with how many regions of it the person may see. */
export async function roundsFor(
  { db }: Pick<Context, 'db'>,
  permitted: (region: string) => boolean,
): Promise<RoundSummary[]> {
  const evaluations = (await listEvaluations(db)).filter(({ regionCode }) => permitted(regionCode))
  return (await listRounds(db))
    .map(({ id, name, made_up, created_at }) => ({
      id,
      name: JSON.parse(name),
      madeUp: made_up === 1,
      createdAt: created_at,
      regions: evaluations.filter(({ round }) => round === id).length,
    }))
    .sort((a, b) => (a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt > b.createdAt ? -1 : 1))
}

/** @throws {Problem} `conflict` where the id is taken */
export async function createRound(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { id, name }: NewRound,
  account: string,
): Promise<{ id: string }> {
  const at = now().toISOString()
  await db.transaction().execute(async (transaction) => {
    if (await findRound(transaction, id))
      throw new Problem('conflict', {
        detail: { zh: `批次编号 ${id} 已使用。`, en: `The id ${id} is taken by another round.` },
      })
    await addRound(transaction, { id, name: JSON.stringify(name), made_up: 0, created_at: at })
    await addAudit(transaction, { at, account, action: 'round.create', subject: `round ${id}`, detail: { name } })
  })
  return { id }
}
