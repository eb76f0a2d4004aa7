import { randomUUID } from 'node:crypto'
import type { ResponseTable } from '../../../server/store/database.ts'
import { openStore } from '../../../server/store/open.ts'
import { storePlain } from '../../../server/store/storePlain.ts'

const batches = 1000

/** Rows a second that one connection stores as a server's intake does: with seats and a note, but without HTTP. */
export async function rateWithoutServer(address: string, row: ResponseTable, size: number): Promise<number> {
  const db = await openStore(address)
  const survey = { round: row.round_id, id: row.survey_id }
  const quotas = await db.selectFrom('quota').select('id').where('survey_id', '=', survey.id).execute()
  const { revision } = await db
    .selectFrom('survey')
    .select('quota_revision as revision')
    .where('id', '=', survey.id)
    .executeTakeFirstOrThrow()
  const seats = new Map(quotas.map((quota) => [quota, 1]))
  const began = performance.now()
  for (let batch = 0; batch < batches; batch++) {
    const rows = Array.from({ length: size }, () => {
      const id = randomUUID()
      return { ...row, id, receipt: id.slice(0, 29).toUpperCase() }
    })
    const content = JSON.stringify(rows.map(({ answers, content_hash, ...counted }) => counted))
    const outcome = await storePlain(db, { survey, revision, rows, traces: [], seats, content })
    if (outcome !== 'stored') throw new Error(`a batch was not stored: ${outcome}`)
  }
  const seconds = (performance.now() - began) / 1000
  await db.destroy()
  return (batches * size) / seconds
}
