import type { CommentDecision } from '../shapes/responses.ts'
import type { Store } from './database.ts'
import type { SurveyKey } from './fieldwork.ts'

/** What was decided about one text that somebody wrote. */
export interface CommentNoteTable {
  round_id: string
  survey_id: string
  response_id: string
  name: string
  /** JSON list. */
  tags: string
  decision: CommentDecision
  noted_by: string
  noted_at: string
}

/** Notes of a survey; few beside the responses, as each was made by hand. */
export const commentNotes = (db: Store, { round, id }: SurveyKey): Promise<CommentNoteTable[]> =>
  db
    .selectFrom('comment_note')
    .selectAll()
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .orderBy('response_id')
    .orderBy('name')
    .execute()

export const putCommentNote = (db: Store, row: CommentNoteTable) =>
  db
    .insertInto('comment_note')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['round_id', 'survey_id', 'response_id', 'name']).doUpdateSet({
        tags: row.tags,
        decision: row.decision,
        noted_by: row.noted_by,
        noted_at: row.noted_at,
      }),
    )
    .execute()

/** Withdrawal takes away what was noted about the words too. */
export const removeCommentNotes = (db: Store, { round, id }: SurveyKey, response: string) =>
  db
    .deleteFrom('comment_note')
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('response_id', '=', response)
    .execute()
