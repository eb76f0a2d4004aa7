import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import type { RoleGrant, Session, User } from '../shapes/session.ts'
import { addSession, endLapsedSessions, endSession, findAccount, findSession, rolesOf } from '../store/accounts.ts'
import type { Store } from '../store/database.ts'
import { forgetTries, takeTry } from './tries.ts'

const hours = 12

interface SignedIn extends Session {
  token: string
  expires: Date
}

// Verified where there is no such account, so that the time of an answer does not tell which names exist.
const nobody = hash('nobody has this password')

interface Credentials {
  username: string
  password: string
  /** The address it comes from; null where tries are not counted. */
  from: string | null
}

/**
 * Opens a session.
 * @throws {Problem} `too-many-requests`, `wrong-credentials`
 */
export async function signIn(context: Context, { username, password, from }: Credentials): Promise<SignedIn> {
  if (from !== null) {
    const wait = await takeTry(context, username, from)
    if (wait > 0) throw new Problem('too-many-requests', { retryAfterSeconds: wait })
  }

  const account = await findAccount(context.db, username)
  const matches = await verify(account?.password_hash ?? (await nobody), password)
  if (!account || !matches || account.disabled) throw new Problem('wrong-credentials')
  if (from !== null) await forgetTries(context, username, from)

  const token = randomBytes(32).toString('base64url')
  const csrf = randomBytes(18).toString('base64url')
  const expires = new Date(context.now().getTime() + hours * 3_600_000)
  await endLapsedSessions(context.db, context.now().toISOString())
  await addSession(context.db, {
    token_hash: tokenHash(token),
    account: account.name,
    csrf,
    expires_at: expires.toISOString(),
  })
  return { token, expires, csrf, user: await userOf(context.db, account.name) }
}

/** The session that a cookie's token belongs to, while it lasts. */
export async function sessionOf(context: Context, token: string): Promise<Session | undefined> {
  const row = await findSession(context.db, tokenHash(token), context.now().toISOString())
  return row && { csrf: row.csrf, user: await userOf(context.db, row.account) }
}

export const signOut = (context: Context, token: string) => endSession(context.db, tokenHash(token))

const tokenHash = (token: string) => createHash('sha256').update(token).digest('base64url')

/** A person with their roles, each for all regions or for named ones. */
export async function userOf(db: Store, name: string): Promise<User> {
  const grants = new Map<RoleGrant['role'], RoleGrant>()
  for (const { role, region } of await rolesOf(db, name)) {
    const grant = grants.get(role) ?? { role, regions: [] }
    grants.set(role, { role, regions: region === '*' || !grant.regions ? null : [...grant.regions, region] })
  }
  return { name, roles: [...grants.values()] }
}
