import { z } from 'zod'
import { roles } from '../shapes/session.ts'
import { NewResponse } from '../shapes/survey.ts'
import type { Access, Endpoint } from './endpoint.ts'
import { problems } from './problem.ts'

type Json = Record<string, unknown>

/** What is checked by a function says its own shape. */
const asSent = { io: 'input', unrepresentable: 'any' } as const

const text: Json = { type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } } }

/** The API as OpenAPI 3.1, made from the very schemas that check the input. */
export function openapi(endpoints: readonly Endpoint[]): Json {
  const paths: Record<string, Json> = {}
  for (const endpoint of endpoints) {
    const path = braces(endpoint.path)
    paths[path] = { ...paths[path], [endpoint.method]: operation(endpoint) }
  }
  paths['/api/surveys/{survey}/responses'] = { ...paths['/api/surveys/{survey}/responses'], post: takeResponse }
  return {
    openapi: '3.1.0',
    info: { title: 'Tiyan', version: '1', license: { name: 'MIT', identifier: 'MIT' } },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'tiyan_session' },
      },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status'],
          properties: {
            type: { type: 'string', description: `Its last part is one of: ${Object.keys(problems).join(', ')}` },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            texts: {
              type: 'object',
              description: '`title` and `detail` in both languages',
              additionalProperties: text,
            },
            errors: {
              type: 'array',
              items: {
                type: 'object',
                required: ['path', 'code', 'message'],
                properties: {
                  path: { type: 'string' },
                  code: { type: 'string' },
                  message: text,
                },
              },
            },
          },
        },
      },
    },
  }
}

/** Express writes `:id` what OpenAPI writes `{id}`. */
const braces = (path: string): string => path.replace(/:(\w+)/g, '{$1}')

const problem = {
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

function operation({ summary, access, params, query, body, file, status }: Endpoint): Json {
  const content = body
    ? { 'application/json': { schema: z.toJSONSchema(body, asSent) } }
    : Object.fromEntries(file.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]))
  return {
    summary,
    description: `Who may: ${whoMay(access)}.`,
    ...(access !== 'public' && { security: [{ session: [] }], 'x-roles': access }),
    parameters: [...parameters(params, 'path'), ...parameters(query, 'query')],
    ...(Object.keys(content).length > 0 && { requestBody: { required: true, content } }),
    responses: { [status]: { description: 'Done' }, default: { description: 'A problem (RFC 9457)', ...problem } },
  }
}

function parameters(shape: z.ZodType | undefined, where: 'path' | 'query'): Json[] {
  if (!shape) return []
  const { properties = {}, required = [] } = z.toJSONSchema(shape, asSent)
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema,
  }))
}

const takeResponse = {
  summary: 'Takes in one person’s answers: 201 only after they are on the disk',
  description: 'Who may: anybody. At most 64 KiB. The same id with the same answers again: 200.',
  parameters: [{ name: 'survey', in: 'path', required: true, schema: { type: 'string' } }],
  requestBody: {
    required: true,
    content: { 'application/json': { schema: z.toJSONSchema(NewResponse, asSent) } },
  },
  responses: {
    201: { description: 'Stored: { id, receipt }' },
    200: { description: 'Was stored before: { id, receipt }' },
    default: { description: 'A problem (RFC 9457)', ...problem },
  },
}

const whoMay = (access: Access): string => {
  if (access === 'public') return 'anybody'
  return access === 'signed-in' ? 'anybody signed in' : access.join(', ')
}

/** A readable page of the API: the matrix of role × request, then every request. */
export function apiPage(endpoints: readonly Endpoint[], nonce: string): string {
  const cell = (access: Access, role: (typeof roles)[number]) =>
    access === 'public' || access === 'signed-in' || access.includes(role) ? '●' : ''
  const intake = { method: 'post', path: '/api/surveys/{survey}/responses', access: 'public' as const }
  const rows = [...endpoints, { ...intake, summary: takeResponse.summary }].map(
    ({ method, path, summary, access }) =>
      `<tr><th scope="row"><code>${method.toUpperCase()} ${braces(path)}</code><br>${summary}</th><td>${access === 'public' ? '●' : ''}</td>${roles
        .map((role) => `<td>${cell(access, role)}</td>`)
        .join('')}</tr>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Tiyan API</title><style nonce="${nonce}">body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem}
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ddd;padding:.4rem .5rem;text-align:center;font-weight:400}
tbody th{text-align:left}thead th{font-weight:600;position:sticky;top:0;background:#fff}</style>
<h1>Tiyan API</h1><p>Machine-readable: <a href="/api/openapi.json">/api/openapi.json</a>. Failures are <code>application/problem+json</code> (RFC 9457).
A dot: the role may ask, for its own regions.</p>
<table><thead><tr><th scope="col">request</th><th scope="col">anybody</th>${roles.map((role) => `<th scope="col">${role}</th>`).join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table></html>`
}
