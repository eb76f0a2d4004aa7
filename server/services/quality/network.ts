import { createHmac, randomBytes } from 'node:crypto'
import type { Context } from '../../context.ts'
import { removeSetting, settingOr } from '../../store/settings.ts'

const kept = new WeakMap<Context['changes'], Map<string, Promise<string>>>()

const nameOf = (survey: string) => `network-key ${survey}`

/**
 * A network as a hash under a random key of this survey alone, which is deleted when its fieldwork ends: then nobody
 * can tell any more which network it was. No address is stored.
 */
export async function networkHash(context: Context, survey: string, network: string): Promise<string> {
  const keys = kept.get(context.changes) ?? new Map<string, Promise<string>>()
  kept.set(context.changes, keys)
  const key = keys.get(survey) ?? settingOr(context.db, nameOf(survey), () => randomBytes(32).toString('base64url'))
  keys.set(survey, key)
  return createHmac('sha256', await key)
    .update(network)
    .digest('base64url')
    .slice(0, 22)
}

/** Deletes the key. */
export async function forgetNetworks(context: Context, survey: string): Promise<void> {
  kept.get(context.changes)?.delete(survey)
  await removeSetting(context.db, nameOf(survey))
}
