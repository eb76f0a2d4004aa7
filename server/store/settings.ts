import type { Store } from './database.ts'

export interface SettingTable {
  name: string
  value: string
}

/** A setting of the store, made by `make` and kept the first time it is asked for. */
export async function settingOr(db: Store, name: string, make: () => string): Promise<string> {
  const kept = await findSetting(db, name)
  if (kept !== undefined) return kept
  // Two servers may ask at once: the first one's value stands.
  await db
    .insertInto('setting')
    .values({ name, value: make() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  return (await findSetting(db, name)) ?? ''
}

export async function findSetting(db: Store, name: string): Promise<string | undefined> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value
}

export const putSetting = (db: Store, name: string, value: string) =>
  db
    .insertInto('setting')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()

export const removeSetting = (db: Store, name: string) => db.deleteFrom('setting').where('name', '=', name).execute()
