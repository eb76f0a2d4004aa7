import { hash } from '@node-rs/argon2'
import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import type { Account, RoleGrant } from '../shapes/session.ts'
import { roles } from '../shapes/session.ts'
import * as store from '../store/accounts.ts'
import { addAudit } from '../store/audit.ts'
import { userOf } from './sessions.ts'

export async function listAccounts({ db }: Context): Promise<Account[]> {
  const rows = await store.listAccounts(db)
  return Promise.all(
    rows.map(async ({ name, disabled, created_at }) => ({
      ...(await userOf(db, name)),
      createdAt: created_at,
      disabled: disabled === 1,
    })),
  )
}

/** What is needed to keep accounts, with or without a server around. */
type Keeper = Pick<Context, 'db' | 'now'>

interface NewAccount {
  name: string
  password: string
  roles: RoleGrant[]
}

/** @throws {Problem} `conflict` where the name is taken */
export async function createAccount({ db, now }: Keeper, by: string | null, { name, password, roles }: NewAccount) {
  const passwordHash = await hash(password)
  const at = now().toISOString()
  await db.transaction().execute(async (transaction) => {
    if (await store.findAccount(transaction, name)) {
      throw new Problem('conflict', {
        detail: { zh: `用户名“${name}”已有人用。`, en: `The name “${name}” is taken.` },
      })
    }
    await store.addAccount(transaction, { name, password_hash: passwordHash, disabled: 0, created_at: at })
    await store.setRoles(transaction, name, rowsOf(roles))
    await addAudit(transaction, {
      at,
      account: by,
      action: 'account.create',
      subject: `account ${name}`,
      detail: { roles },
    })
  })
}

interface AccountChange {
  password?: string | undefined
  roles?: RoleGrant[] | undefined
  disabled?: boolean | undefined
}

/** Changes an account; a new password or a lock ends its sessions. */
export async function changeAccount({ db, now }: Keeper, by: string | null, name: string, change: AccountChange) {
  const passwordHash = change.password === undefined ? undefined : await hash(change.password)
  const at = now().toISOString()
  await db.transaction().execute(async (transaction) => {
    if (!(await store.findAccount(transaction, name))) throw new Problem('not-found')
    if (name === by) requireStillAdministrator(change)
    const row = {
      ...(passwordHash !== undefined && { password_hash: passwordHash }),
      ...(change.disabled !== undefined && { disabled: change.disabled ? 1 : 0 }),
    }
    if (Object.keys(row).length > 0) {
      await store.changeAccount(transaction, name, row)
      await store.endSessionsOf(transaction, name)
    }
    if (change.roles) await store.setRoles(transaction, name, rowsOf(change.roles))
    const detail = {
      ...(change.roles && { roles: change.roles }),
      ...(change.disabled !== undefined && { disabled: change.disabled }),
      ...(passwordHash !== undefined && { password: 'changed' }),
    }
    await addAudit(transaction, { at, account: by, action: 'account.change', subject: `account ${name}`, detail })
  })
}

/** Whoever looks after the accounts cannot lock themselves out; so there always is somebody who can. */
function requireStillAdministrator({ disabled, roles }: AccountChange) {
  const keeps = roles?.some(({ role, regions }) => role === 'administrator' && regions === null) ?? true
  if (disabled || !keeps) {
    throw new Problem('conflict', {
      detail: {
        zh: '不能停用自己的账户，也不能取消自己的系统管理角色，请由另一位系统管理员操作。',
        en: 'You cannot disable your own account or give up your own administrator role: ask another administrator.',
      },
    })
  }
}

const rowsOf = (grants: RoleGrant[]) =>
  grants.flatMap(({ role, regions }) => (regions ?? ['*']).map((region) => ({ role, region })))

/** Makes `admin` with every role if there is no account yet; gives true if it did. */
export async function createFirstAccount(context: Context, password: string): Promise<boolean> {
  if ((await store.listAccounts(context.db)).length > 0) return false
  await createAccount(context, null, {
    name: 'admin',
    password,
    roles: roles.map((role) => ({ role, regions: null })),
  })
  return true
}
