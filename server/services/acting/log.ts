import type { Context } from '../../context.ts'
import type { LogEntry, SurveyLog } from '../../shapes/acting.ts'
import { auditOf } from '../../store/audit.ts'

const atOnce = 100

/** Who did what with a survey and when, the newest first, a page at a time. */
export async function surveyLog({ db }: Pick<Context, 'db'>, survey: string, before?: number): Promise<SurveyLog> {
  const rows = await auditOf(db, `survey ${survey}`, { before, limit: atOnce })
  return {
    entries: rows.map(({ position, at, account, action, detail }): LogEntry => {
      return { position, at, account, action, detail: JSON.parse(detail) }
    }),
    next: rows.length < atOnce ? null : (rows.at(-1)?.position ?? null),
  }
}
