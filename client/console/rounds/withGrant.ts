import type { Role, RoleGrant } from '../../../server/shapes/session.ts'

/** Roles with one more held for these regions; who holds it everywhere goes on doing so. */
export function withGrant(roles: RoleGrant[], role: Role, regions: string[]): RoleGrant[] {
  const before = roles.filter((grant) => grant.role === role)
  if (before.some((grant) => grant.regions === null)) return roles
  const all = new Set([...before.flatMap((grant) => grant.regions ?? []), ...regions])
  return [...roles.filter((grant) => grant.role !== role), { role, regions: [...all] }]
}
