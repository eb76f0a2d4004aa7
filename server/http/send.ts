import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Language } from '../../scoring/text.ts'
import { type Problem, problems } from './problem.ts'

/** The language in which a client wants its messages: English where that comes first, else Chinese. */
export const languageOf = (request: Pick<IncomingMessage, 'headers'>): Language =>
  /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh'

export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
) {
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(value), headers)
}

/**
 * RFC 9457: `type` ends in the problem's code; `errors` lists everything that is to be mended;
 * `texts` has title and detail in both languages.
 */
export function sendProblem(request: IncomingMessage, response: ServerResponse, problem: Problem) {
  const { detail, errors, retryAfterSeconds } = problem.options
  const { status, title } = problems[problem.code]
  const language = languageOf(request)
  const body = {
    type: `https://tiyan.invalid/problems/${problem.code}`,
    title: title[language],
    status,
    ...(detail && { detail: detail[language] }),
    ...(errors && { errors }),
    texts: { title, ...(detail && { detail }) },
  }
  send(response, status, 'application/problem+json; charset=utf-8', JSON.stringify(body), {
    'content-language': language === 'zh' ? 'zh-CN' : 'en',
    ...(retryAfterSeconds !== undefined && { 'retry-after': String(Math.ceil(retryAfterSeconds)) }),
  })
}

function send(response: ServerResponse, status: number, type: string, body: string, headers: Record<string, string>) {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  })
  response.end(body)
}
