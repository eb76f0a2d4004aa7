import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { DraftSummary, SetupDraft } from '../../shapes/setup.ts'
import { findSetupDraft, listSetupDrafts, putSetupDraft, removeSetupDraft } from '../../store/setup.ts'

type Keeper = Pick<Context, 'db' | 'now'>

/** What an account has begun to set up, the newest first. */
export async function draftsOf({ db }: Keeper, account: string): Promise<DraftSummary[]> {
  const rows = await listSetupDrafts(db, account)
  return rows.map(({ id, kind, title, saved_at }) => ({ id, kind, title, savedAt: saved_at }))
}

/** @throws {Problem} `not-found`, also where it is another account's */
export async function draftOf({ db }: Keeper, account: string, id: string): Promise<SetupDraft & { savedAt: string }> {
  const row = await findSetupDraft(db, account, id)
  if (!row) throw new Problem('not-found')
  return { kind: row.kind, title: row.title, content: JSON.parse(row.content), savedAt: row.saved_at }
}

export async function keepSetupDraft(
  { db, now }: Keeper,
  account: string,
  id: string,
  { kind, title, content }: SetupDraft,
): Promise<{ savedAt: string }> {
  const savedAt = now().toISOString()
  await putSetupDraft(db, { account, id, kind, title, content: JSON.stringify(content), saved_at: savedAt })
  return { savedAt }
}

/** Forgets a draft; one that is not there is forgotten already. */
export async function dropSetupDraft({ db }: Keeper, account: string, id: string): Promise<void> {
  await removeSetupDraft(db, account, id)
}
