import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { Evaluation } from '../../shapes/evaluation.ts'
import { addAudit } from '../../store/audit.ts'
import { addOpenResult, removeOpenResult } from '../../store/openResults.ts'
import { evaluationOf } from '../evaluations/find.ts'

/**
 * Shows the published result of an evaluation to everybody, or no longer.
 * @throws {Problem} `not-found`; `wrong-state` where nothing is published yet
 */
export async function setOpen(context: Context, id: string, open: boolean, account: string): Promise<Evaluation> {
  const { publishedVersion } = await evaluationOf(context, id)
  if (open && publishedVersion === null) throw new Problem('wrong-state', { detail: nothingPublished })
  const at = context.now().toISOString()
  return context.db.transaction().execute(async (db) => {
    if (open) await addOpenResult(db, { evaluation_id: id, opened_by: account, opened_at: at })
    else await removeOpenResult(db, id)
    const action = open ? 'evaluation.open' : 'evaluation.unopen'
    await addAudit(db, { at, account, action, subject: `evaluation ${id}`, detail: { version: publishedVersion } })
    return evaluationOf({ db }, id)
  })
}

const nothingPublished = {
  zh: '还没有已发布的结果，不能公开。',
  en: 'Nothing has been published yet that could be shown to everybody.',
}
