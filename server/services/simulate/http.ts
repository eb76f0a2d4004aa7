/** The survey cannot be reached, answered, or not by this channel. */
export class NotReached extends Error {}

interface Answered {
  /** 0: no answer came. */
  status: number
  text: string
  headers: Headers
}

/** Sends JSON, or a CSV as it stands; a lost connection is a status of its own. */
export async function send(
  url: string,
  body: object | string,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const isText = typeof body === 'string'
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': isText ? 'text/csv' : 'application/json', ...headers },
    body: isText ? body : JSON.stringify(body),
  }).catch((error: unknown) => {
    // fetch tells of a lost connection so; anything else is ours.
    if (error instanceof TypeError) return undefined
    throw error
  })
  return {
    status: answer?.status ?? 0,
    text: (await answer?.text()) ?? '',
    headers: answer?.headers ?? new Headers(),
  }
}

/** @throws {NotReached} */
export async function get(url: string, headers: Record<string, string> = {}): Promise<Record<string, unknown>> {
  const answer = await fetch(url, { headers }).catch((error: unknown) => {
    if (error instanceof TypeError) throw new NotReached(`${url}: no connection`)
    throw error
  })
  if (!answer.ok) throw new NotReached(`${url}: ${answer.status}`)
  return answer.json()
}

export interface SignIn {
  user: string
  password: string
}

/**
 * Signs in to the console, and gives the headers of who is.
 * @throws {NotReached}
 */
export async function signIn(server: string, { user, password }: SignIn): Promise<Record<string, string>> {
  const { status, text, headers } = await send(`${server}/api/session`, { username: user, password })
  if (status !== 200) throw new NotReached(`${server}/api/session: ${status}, ${user} cannot sign in`)
  return { cookie: (headers.get('set-cookie') ?? '').split(';')[0] ?? '', 'x-csrf-token': JSON.parse(text).csrf }
}
