import { hkdfSync, randomBytes } from 'node:crypto'
import type { Store } from './store/database.ts'
import { settingOr } from './store/settings.ts'

/**
 * Separate keys from one secret (HKDF-SHA256): the given one, else one that is made once and kept in the store,
 * so that every server and every backup has the same.
 */
export async function deriveKeys(db: Store, given: string | undefined): Promise<(purpose: string) => Buffer> {
  const secret = given ?? (await settingOr(db, 'secret', () => randomBytes(32).toString('base64url')))
  return (purpose) => Buffer.from(hkdfSync('sha256', secret, 'tiyan', purpose, 32))
}
