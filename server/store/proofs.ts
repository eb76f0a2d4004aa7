import type { Store } from './database.ts'

/** A proof of work, or of waiting, that has been shown: none is good twice. */
export interface UsedProofTable {
  proof: string
  /** From then on it could not be shown any more, and is forgotten. */
  until: string
}

/** Notes that a proof is shown; false where it was before. */
export async function noteProof(db: Store, proof: UsedProofTable): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('used_proof')
    .values(proof)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const wasProofUsed = async (db: Store, proof: string): Promise<boolean> =>
  (await db.selectFrom('used_proof').select('proof').where('proof', '=', proof).executeTakeFirst()) !== undefined

/** Forgets those that nobody could show any more. */
export const forgetOldProofs = (db: Store, now: string) =>
  db.deleteFrom('used_proof').where('until', '<', now).execute()
