import { createHash } from 'node:crypto'
import type { Store } from './database.ts'

/** Append-only; each entry's hash covers the one before. */
export interface AuditTable {
  position: number
  at: string
  account: string | null
  action: string
  subject: string
  detail: string
  previous_hash: string
  hash: string
}

interface AuditEntry {
  at: string
  /** Who acted; null: the system itself. */
  account: string | null
  /** A verb, e.g. `scores.put`. */
  action: string
  /** What it was done to, e.g. `evaluation dongzhou`. */
  subject: string
  detail: Record<string, unknown>
}

/** Adds an entry to the chain. Inside the transaction of the act itself, so that neither is without the other. */
export async function addAudit(db: Store, entry: AuditEntry): Promise<void> {
  const last = await db
    .selectFrom('audit')
    .select(['position', 'hash'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  const row = {
    position: (last?.position ?? 0) + 1,
    ...entry,
    detail: JSON.stringify(entry.detail),
    previous_hash: last?.hash ?? '',
  }
  await db
    .insertInto('audit')
    .values({ ...row, hash: auditHash(row) })
    .execute()
}

export const listAudit = (db: Store): Promise<AuditTable[]> =>
  db.selectFrom('audit').selectAll().orderBy('position').execute()

/** What an entry's hash must be, given the one before it. */
function auditHash(row: Omit<AuditTable, 'hash'>): string {
  const { position, at, account, action, subject, detail, previous_hash } = row
  return createHash('sha256')
    .update(JSON.stringify([position, at, account, action, subject, detail, previous_hash]))
    .digest('hex')
}

/** The position of the first entry that does not fit the chain, or undefined if all do. */
export function brokenLink(entries: AuditTable[]): number | undefined {
  let previous = ''
  for (const [index, entry] of entries.entries()) {
    const fits = entry.position === index + 1 && entry.previous_hash === previous && entry.hash === auditHash(entry)
    if (!fits) return entry.position
    previous = entry.hash
  }
  return undefined
}

/** Entries about one subject, the newest first, beginning before a position. */
export const auditOf = (
  db: Store,
  subject: string,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<AuditTable[]> =>
  db
    .selectFrom('audit')
    .selectAll()
    .where('subject', '=', subject)
    .$if(before !== undefined, (query) => query.where('position', '<', before ?? 0))
    .orderBy('position', 'desc')
    .limit(limit)
    .execute()
