import { type Kysely, sql } from 'kysely'

/** Whoever sent answers in is a complete case, as they are in the score: no partial ones, no break-offs among them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`update invitation set disposition = '1.1' where used = 1 and disposition in ('1.2', '2.12')`.execute(db)
}
