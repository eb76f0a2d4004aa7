import type { Store } from './database.ts'

/** What was entered about a region; what is null was not. */
export interface RegionProfileTable {
  region_code: string
  /** As it was written. */
  province: string | null
  /** Residents. */
  population: number | null
}

/** Which department of a region answers for an item, an indicator, a dimension, or a dimension of the survey. */
export interface DepartmentTable {
  region_code: string
  element: string
  name: string
}

export const listProfiles = (db: Store): Promise<RegionProfileTable[]> =>
  db.selectFrom('region_profile').selectAll().execute()

export const findProfile = (db: Store, region: string): Promise<RegionProfileTable | undefined> =>
  db.selectFrom('region_profile').selectAll().where('region_code', '=', region).executeTakeFirst()

export const putProfile = (db: Store, row: RegionProfileTable) =>
  db
    .insertInto('region_profile')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('region_code').doUpdateSet({ province: row.province, population: row.population }),
    )
    .execute()

export const listDepartments = (db: Store, region: string): Promise<DepartmentTable[]> =>
  db.selectFrom('department').selectAll().where('region_code', '=', region).orderBy('element').execute()

/** Takes the place of all that the region had. */
export async function replaceDepartments(db: Store, region: string, rows: DepartmentTable[]): Promise<void> {
  await db.deleteFrom('department').where('region_code', '=', region).execute()
  if (rows.length > 0) await db.insertInto('department').values(rows).execute()
}
