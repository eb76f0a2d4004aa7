import type { Role } from '../shapes/session.ts'
import type { AccountTable, Store } from './database.ts'

export const findAccount = (db: Store, name: string): Promise<AccountTable | undefined> =>
  db.selectFrom('account').selectAll().where('name', '=', name).executeTakeFirst()

export const listAccounts = (db: Store): Promise<AccountTable[]> =>
  db.selectFrom('account').selectAll().orderBy('name').execute()

export const addAccount = (db: Store, account: AccountTable) => db.insertInto('account').values(account).execute()

export const changeAccount = (
  db: Store,
  name: string,
  change: Partial<Pick<AccountTable, 'password_hash' | 'disabled'>>,
) => db.updateTable('account').set(change).where('name', '=', name).execute()

export const rolesOf = (db: Store, account: string): Promise<{ role: Role; region: string }[]> =>
  db.selectFrom('account_role').select(['role', 'region']).where('account', '=', account).orderBy('role').execute()

/** Replaces all roles of an account. */
export async function setRoles(db: Store, account: string, roles: { role: Role; region: string }[]): Promise<void> {
  await db.deleteFrom('account_role').where('account', '=', account).execute()
  if (roles.length > 0) {
    await db
      .insertInto('account_role')
      .values(roles.map((row) => ({ account, ...row })))
      .execute()
  }
}

export const addSession = (
  db: Store,
  session: { token_hash: string; account: string; csrf: string; expires_at: string },
) => db.insertInto('session').values(session).execute()

export const findSession = (db: Store, tokenHash: string, now: string) =>
  db
    .selectFrom('session')
    .innerJoin('account', 'account.name', 'session.account')
    .select(['session.account', 'session.csrf', 'session.expires_at'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .where('account.disabled', '=', 0)
    .executeTakeFirst()

export const endSession = (db: Store, tokenHash: string) =>
  db.deleteFrom('session').where('token_hash', '=', tokenHash).execute()

/** Ends every session of an account, e.g. after its password was changed. */
export const endSessionsOf = (db: Store, account: string) =>
  db.deleteFrom('session').where('account', '=', account).execute()

export const endLapsedSessions = (db: Store, now: string) =>
  db.deleteFrom('session').where('expires_at', '<=', now).execute()
