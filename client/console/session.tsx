import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Role, Session } from '../../server/shapes/session.ts'
import { ask, Failure, rememberCsrf } from './api.ts'

const key = ['session']

/** Who is signed in: undefined while unknown, null if nobody. */
export function useSession(): Session | null | undefined {
  const { data } = useQuery({ queryKey: key, queryFn: readSession, staleTime: Number.POSITIVE_INFINITY })
  return data
}

async function readSession(): Promise<Session | null> {
  try {
    return remember(await ask<Session>('/api/session'))
  } catch (failure) {
    if (failure instanceof Failure && failure.status === 401) return null
    throw failure
  }
}

function remember(session: Session): Session {
  rememberCsrf(session.csrf)
  return session
}

export function useSignIn() {
  const client = useQueryClient()
  return async (username: string, password: string) => {
    const session = await ask<Session>('/api/session', { method: 'POST', json: { username, password } })
    forget(client)
    client.setQueryData(key, remember(session))
  }
}

export function useSignOut() {
  const client = useQueryClient()
  return async () => {
    await ask('/api/session', { method: 'DELETE' })
    client.setQueryData(key, null)
    forget(client)
  }
}

/** Drops what the person before has seen. The session stays: what is on the screen watches it. */
const forget = (client: QueryClient) => client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] })

/** Whether the person may act in one of these roles, for the region if one is named. */
export function may(session: Session, roles: Role[], region?: string): boolean {
  return session.user.roles.some(
    (grant) =>
      roles.includes(grant.role) && (region === undefined || grant.regions === null || grant.regions.includes(region)),
  )
}
