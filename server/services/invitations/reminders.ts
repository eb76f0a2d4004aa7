import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { batchExists, unanswered } from '../../store/invitations.ts'
import type { Published } from '../published.ts'

/** What has come of an invitation that a reminder may still help. */
const hopeful = ['3.19', '2.2', '2.112', '2.12', '3.112', '2.21', '2.22', '3.11', '3.12', '3.13', '3.2']

/**
 * Whom of a batch to remind: who has not answered, has not refused and was not screened out. Codes are kept nowhere: they
 * stand in the file that was given when the batch was made, under the same references.
 * @throws {Problem} `not-found`
 */
export async function remindersOf(
  { db }: Pick<Context, 'db'>,
  survey: Published,
  batch: string,
): Promise<{ reference: string; stratum: string; disposition: string }[]> {
  if (!(await batchExists(db, survey, batch))) throw new Problem('not-found')
  return unanswered(db, survey, batch, hopeful)
}
