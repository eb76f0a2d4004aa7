import { z } from 'zod'
import type { Text } from '../../scoring/text.ts'

/** What `PUT /api/regions/{code}` takes; null takes away what was entered. */
export const RegionProfile = z.strictObject({
  province: z.string().trim().min(1).max(40).nullable(),
  /** Residents. */
  population: z.number().int().min(1).max(100_000_000).nullable(),
})
export type RegionProfile = z.infer<typeof RegionProfile>

/** What `PUT /api/regions/{code}/departments` takes: all that is entered for the region. */
export const RegionDepartments = z.strictObject({
  departments: z.record(z.string().regex(/^[A-Za-z0-9-]{1,20}$/), z.string().trim().min(1).max(80)),
})
export type RegionDepartments = z.infer<typeof RegionDepartments>

/** `GET /api/regions/{code}` */
export interface Region {
  code: string
  name: Text
  /** As in GB/T 2260, e.g. 地级市. */
  rank: string
  /** As entered. */
  entered: RegionProfile
  /** As entered, else by the code of GB/T 2260; null: unknown. */
  province: Text | null
  /** Departments as entered, by item, indicator, dimension, or dimension of the survey. */
  departments: Record<string, string>
}
