import type { Text } from '../../scoring/text.ts'

/** A failure as the server told it (RFC 9457), or as the network did (`status` 0). */
export class Failure extends Error {
  readonly status: number
  readonly code: string
  readonly errors: { path: string; code: string; message: Text }[]

  constructor(status: number, code: string, message: string, errors: Failure['errors'] = []) {
    super(message)
    this.status = status
    this.code = code
    this.errors = errors
  }
}

let csrf = ''

/** The token that every unsafe request must carry; it comes with the session. */
export function rememberCsrf(token: string) {
  csrf = token
}

interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  json?: unknown
  file?: File
  /** The version that is to be replaced, null for none yet; undefined: whichever there is. */
  replaces?: number | null
}

/**
 * Asks the server's API.
 * @throws {Failure} for everything but a 2xx
 */
export async function ask<Answer>(path: string, request: Request = {}): Promise<Answer> {
  const response = await send(path, request)
  return (response.status === 204 ? undefined : await response.json()) as Answer
}

/**
 * Asks for a file that is made by the asking.
 * @throws {Failure} for everything but a 2xx
 */
export const askForFile = async (path: string, request: Request): Promise<Blob> => (await send(path, request)).blob()

async function send(path: string, { method = 'GET', json, file, replaces }: Request): Promise<Response> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': document.documentElement.lang,
  }
  if (method !== 'GET') headers['x-csrf-token'] = csrf
  if (json !== undefined) headers['content-type'] = 'application/json'
  if (file) headers['content-type'] = mediaType(file)
  if (replaces === null) headers['if-none-match'] = '*'
  else if (replaces !== undefined) headers['if-match'] = `"${replaces}"`

  let response: Response
  try {
    response = await fetch(path, { method, headers, body: file ?? (json === undefined ? null : JSON.stringify(json)) })
  } catch {
    throw new Failure(0, 'no-connection', 'no connection')
  }
  if (!response.ok) throw await failureOf(response)
  return response
}

async function failureOf(response: Response): Promise<Failure> {
  const isProblem = response.headers.get('content-type')?.includes('json') ?? false
  const problem = isProblem ? await response.json() : {}
  const code = String(problem.type ?? 'internal').replace(/^.*[/:#]/, '')
  return new Failure(response.status, code, problem.detail ?? problem.title ?? response.statusText, problem.errors)
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const mediaType = (file: File) => (/\.xlsx$/i.test(file.name) ? spreadsheet : 'text/csv')
