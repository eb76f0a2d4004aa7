import { provinceNamed, provinceOf } from '../../../scoring/standard/provinces.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { Text } from '../../../scoring/text.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { Region, RegionProfile } from '../../shapes/region.ts'
import { addAudit } from '../../store/audit.ts'
import { findProfile, listDepartments, putProfile, replaceDepartments } from '../../store/regions.ts'
import { findRegion } from '../../store/setup.ts'

/** @throws {Problem} `not-found` */
export async function regionOf({ db }: Pick<Context, 'db'>, code: string): Promise<Region> {
  const region = await findRegion(db, code)
  if (!region) throw new Problem('not-found')
  const { province = null, population = null } = (await findProfile(db, code)) ?? {}
  return {
    ...{ code, name: JSON.parse(region.name), rank: region.rank },
    entered: { province, population },
    province: knownProvince(code, province),
    departments: await enteredDepartments({ db }, code),
  }
}

/** The province of a region: as entered, else by its code; null: unknown. */
export const knownProvince = (code: string, entered: string | null): Text | null =>
  entered === null ? provinceOf(code) : provinceNamed(entered)

/** The departments that were entered for a region. */
export async function enteredDepartments({ db }: Pick<Context, 'db'>, code: string): Promise<Region['departments']> {
  return Object.fromEntries((await listDepartments(db, code)).map(({ element, name }) => [element, name]))
}

/**
 * Enters province and population of a region.
 * @throws {Problem} `not-found`
 */
export function setProfile(context: Context, code: string, profile: RegionProfile, account: string): Promise<Region> {
  const at = context.now().toISOString()
  return context.db.transaction().execute(async (db) => {
    if (!(await findRegion(db, code))) throw new Problem('not-found')
    await putProfile(db, { region_code: code, ...profile })
    await addAudit(db, { at, account, action: 'region.profile', subject: `region ${code}`, detail: { ...profile } })
    return regionOf({ db }, code)
  })
}

/**
 * Enters which departments of a region answer for what, in place of those before.
 * @throws {Problem} `not-found`; `invalid` with every part that the standard does not have
 */
export function setDepartments(
  context: Context,
  code: string,
  departments: Region['departments'],
  account: string,
): Promise<Region> {
  const at = context.now().toISOString()
  return context.db.transaction().execute(async (db) => {
    const region = await findRegion(db, code)
    if (!region) throw new Problem('not-found')
    const known = elementsOf(region.scheme)
    // Names of the survey's own dimensions are the questionnaire's; those of the standard begin with L and a digit.
    const unknown = Object.keys(departments).filter((element) => /^L\d/.test(element) && !known.has(element))
    if (unknown.length > 0) throw new Problem('invalid', { errors: unknown.map(notThere) })
    await replaceDepartments(
      db,
      code,
      Object.entries(departments).map(([element, name]) => ({ region_code: code, element, name })),
    )
    await addAudit(db, { at, account, action: 'region.departments', subject: `region ${code}`, detail: departments })
    return regionOf({ db }, code)
  })
}

const elementsOf = (scheme: keyof typeof schemes): Set<string> =>
  new Set(
    schemes[scheme].dimensions.flatMap(({ id, indicators }) => [
      id,
      ...indicators.flatMap((indicator) => [indicator.id, ...indicator.items.map((item) => item.id)]),
    ]),
  )

const notThere = (element: string) => ({
  path: `departments.${element}`,
  code: 'unknownItem',
  message: {
    zh: `指标体系中没有“${element}”。请填一级指标、二级指标或分项的代码，如 L1、L1P1、L1P1-A1。`,
    en: `The scheme has no “${element}”. Give the id of a dimension, an indicator or an item: L1, L1P1, L1P1-A1.`,
  },
})
