import type { Text } from '../../scoring/text.ts'
import type { ResponseTaken } from '../../server/shapes/survey.ts'

/** A refusal of the server, as its problem says it. */
export interface Refusal {
  status: number
  /** The last part of the problem's type, e.g. `survey-closed`. */
  code: string
  texts: { title: Text; detail?: Text }
  errors: { path: string; message: Text }[]
  retryAfterSeconds: number | undefined
}

export type Answered<T> = { value: T } | { refusal: Refusal } | { unreachable: true }

/** A line that gives no answer for so long is none, in milliseconds. */
const patience = 30_000

/** Asks the server; no connection, or an answer that is not its own, is `unreachable`. */
export async function ask<T>(method: string, path: string, body?: unknown): Promise<Answered<T>> {
  const silence = new AbortController()
  const timer = setTimeout(() => silence.abort(), patience)
  try {
    const response = await fetch(path, {
      method,
      signal: silence.signal,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (response.status === 204) return { value: undefined as T }
    const json = await response.json()
    if (response.ok) return { value: json }
    if (typeof json?.type !== 'string') return { unreachable: true }
    return {
      refusal: {
        status: response.status,
        code: json.type.split('/').pop(),
        texts: json.texts ?? { title: { zh: json.title, en: json.title } },
        errors: json.errors ?? [],
        retryAfterSeconds: Number(response.headers.get('retry-after')) || undefined,
      },
    }
  } catch {
    return { unreachable: true }
  } finally {
    clearTimeout(timer)
  }
}

export interface NewResponse {
  id: string
  answers: Record<string, unknown>
  locale: string
  timings?: Record<string, number>
}

export const sendResponse = (survey: string, response: NewResponse) =>
  ask<ResponseTaken>('POST', `/api/surveys/${encodeURIComponent(survey)}/responses`, response)
