import { z } from 'zod'

export const roles = [
  'administrator',
  'fieldwork',
  'interviewer',
  'reporter',
  'evaluator',
  'publisher',
  'viewer',
] as const
export type Role = (typeof roles)[number]

/** A role held for the named regions, or for all of them. */
export const RoleGrant = z.object({ role: z.enum(roles), regions: z.array(z.string().min(1)).nullable() })
export type RoleGrant = z.infer<typeof RoleGrant>

/** What `POST /api/session` takes. */
export const Credentials = z.object({ username: z.string().min(1).max(100), password: z.string().min(1).max(1000) })

export interface User {
  name: string
  roles: RoleGrant[]
}

/** What `POST` and `GET /api/session` answer. */
export interface Session {
  user: User
  csrf: string
}

/** What `GET /api/accounts` lists (administrators). */
export interface Account extends User {
  createdAt: string
  disabled: boolean
}

/** `POST /api/accounts` */
export const NewAccount = z.object({
  name: z.string().regex(/^[\p{L}\p{N}._-]{2,50}$/u),
  password: z.string().min(10).max(1000),
  roles: z.array(RoleGrant).min(1),
})

/** `PATCH /api/accounts/{name}` */
export const AccountChange = z.object({
  password: z.string().min(10).max(1000).optional(),
  roles: z.array(RoleGrant).min(1).optional(),
  disabled: z.boolean().optional(),
})
