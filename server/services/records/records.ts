import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { type RecordsPage, type Retention, SurveyRecord } from '../../shapes/records.ts'
import { addAudit } from '../../store/audit.ts'
import type { Store } from '../../store/database.ts'
import { findRecord, putRecord } from '../../store/records.ts'
import { type Published, stateAt } from '../published.ts'

const day = 86_400_000

/** What was written down about a survey; empty where nobody has yet. */
export async function recordOf(db: Store, survey: string): Promise<SurveyRecord> {
  const row = await findRecord(db, survey)
  return SurveyRecord.parse(row ? JSON.parse(row.content) : {})
}

/** When identifiers go and until when answers stay; null while no end is set. */
export async function retentionOf(db: Store, { id, closesAt }: Pick<Published, 'id' | 'closesAt'>): Promise<Retention> {
  const row = await findRecord(db, id)
  const { identifiersDays, answersYears } = (await recordOf(db, id)).retention
  if (closesAt === null) return { identifiersUntil: null, strippedAt: null, answersUntil: null }
  const end = new Date(closesAt)
  const answersUntil = new Date(closesAt)
  answersUntil.setUTCFullYear(end.getUTCFullYear() + answersYears)
  return {
    identifiersUntil: new Date(end.getTime() + identifiersDays * day).toISOString(),
    strippedAt: row?.stripped_at ?? null,
    answersUntil: answersUntil.toISOString(),
  }
}

export const recordsPage = async (db: Store, survey: Published): Promise<RecordsPage> => ({
  record: await recordOf(db, survey.id),
  retention: await retentionOf(db, survey),
})

/**
 * Writes down what people have to say of a survey; logged.
 * @throws {Problem} `conflict` where the retention would change after residents were told of it: once the survey has opened
 */
export async function keepRecord(
  { db, now }: Context,
  survey: Published,
  record: SurveyRecord,
  account: string,
): Promise<RecordsPage> {
  const at = now().toISOString()
  await db.transaction().execute(async (transaction) => {
    const before = await recordOf(transaction, survey.id)
    const state = stateAt(survey, now())
    const changed = (Object.keys(record) as (keyof SurveyRecord)[]).filter(
      (name) => JSON.stringify(record[name]) !== JSON.stringify(before[name]),
    )
    if (changed.includes('retention') && state !== 'draft' && state !== 'scheduled')
      throw new Problem('conflict', { detail: told })
    const row = await findRecord(transaction, survey.id)
    await putRecord(transaction, {
      ...{ survey_id: survey.id, content: JSON.stringify(record), stripped_at: row?.stripped_at ?? null },
    })
    await addAudit(transaction, {
      at,
      account,
      action: 'records.change',
      subject: `survey ${survey.id}`,
      detail: { changed: Object.fromEntries(changed.map((name) => [name, record[name]])) },
    })
  })
  return recordsPage(db, survey)
}

const told = {
  zh: '调查开放后不能再改留存期限：居民是按原期限同意参加的。',
  en: 'Retention stays as it was once the survey has opened: residents agreed to it as it stood.',
}
