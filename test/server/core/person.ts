import { adminPassword, read, type Town } from './town.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Somebody signed in to the console, as a browser would be. */
export interface Person {
  csrf: string
  cookie: string
  /** Sends JSON, or a text as the body itself where its type is given. */
  ask: (
    method: Method,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
    text?: string,
  ) => ReturnType<typeof read>
}

export const signIn = ({ url }: Pick<Town, 'url'>, username: string, password: string, headers = {}) =>
  fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ username, password }),
  })

/** @throws {Error} where the password is not taken */
export async function signedIn(town: Pick<Town, 'url'>, username = 'admin', password = adminPassword): Promise<Person> {
  const response = await signIn(town, username, password)
  if (!response.ok) throw new Error(`${username} could not sign in: ${response.status}`)
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const { csrf } = await response.json()
  return {
    csrf,
    cookie,
    ask: async (method, path, body, headers = {}, text) =>
      read(
        await fetch(`${town.url}${path}`, {
          method,
          headers: {
            cookie,
            'x-csrf-token': csrf,
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...headers,
          },
          body: text ?? (body === undefined ? null : JSON.stringify(body)),
        }),
      ),
  }
}
