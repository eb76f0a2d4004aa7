import type { Request, RequestHandler, Response } from 'express'
import { z } from 'zod'
import type { Context } from '../context.ts'
import type { Role, User } from '../shapes/session.ts'
import { type InputProblem, Problem } from './problem.ts'
import { requireCsrfToken } from './session.ts'

/** Who may ask: anybody, anybody who is signed in, or holders of one of these roles. */
export type Access = 'public' | 'signed-in' | readonly Role[]

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

export interface Call<Params, Query, Body> {
  context: Context
  params: Params
  query: Query
  body: Body
  /** null only where access is public. */
  user: User | null
  /** The name of who is signed in, for the audit. */
  account: string
  /** Makes sure that one of the endpoint's roles is held for this region; else it does not exist for this person. */
  permit: (region: string) => void
  /** Whether one of the endpoint's roles is held for this region. */
  permitted: (region: string) => boolean
  request: Request
  response: Response
}

interface Definition<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  method: Method
  /** As Express writes it, e.g. `/api/evaluations/:id`. */
  path: string
  /** What it does, in a line, for the API's description. */
  summary: string
  access: Access
  params?: Params
  query?: Query
  body?: Body
  /** Media types of a body that is read as a file by the endpoint itself. */
  file?: readonly string[]
  /** The status of success; 200 unless said. */
  status?: number
  /** Gives the answer; undefined where it has been sent already, or for 204. */
  run: (call: Call<z.infer<Params>, z.infer<Query>, z.infer<Body>>) => Promise<unknown>
}

/** An endpoint whose input shapes are checked inside; what lists of endpoints hold. */
export interface Endpoint {
  method: Method
  path: string
  summary: string
  access: Access
  status: number
  params: z.ZodType | undefined
  query: z.ZodType | undefined
  body: z.ZodType | undefined
  file: readonly string[]
  handle: (context: Context, request: Request, response: Response) => Promise<void>
}

/** Describes one request: method, path, who may, what goes in, and the one call that does it. */
export function endpoint<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(definition: Definition<Params, Query, Body>): Endpoint {
  const { method, path, summary, access, params, query, body, file = [], status = 200, run } = definition
  return {
    method,
    path,
    summary,
    access,
    status,
    params,
    query,
    body,
    file,
    handle: async (context, request, response) => {
      const user = response.locals.user ?? null
      requireAccess(access, user)
      // What anybody may ask needs no session, so nobody gains by making a browser ask it.
      if (access !== 'public') requireCsrfToken(request, response)
      const permitted = (region: string) => holds(user, access, region)
      const answer = await run({
        context,
        params: check(params, request.params, 'path'),
        query: check(query, request.query, 'query'),
        body: check(body, request.body, 'body'),
        user,
        account: user?.name ?? '',
        permitted,
        permit: (region) => {
          if (!permitted(region)) throw new Problem('not-found')
        },
        request,
        response,
      })
      if (response.headersSent) return
      if (status === 204) response.status(204).end()
      else response.status(status).json(answer ?? null)
    },
  }
}

/** Turns endpoints into Express handlers. */
export const handlerFor =
  (context: Context, { handle }: Endpoint): RequestHandler =>
  (request, response) =>
    handle(context, request, response)

/** Answers what a path is asked in a method that it does not have. */
export const otherMethod =
  (methods: readonly string[]): RequestHandler =>
  (_, response) => {
    response.set('allow', methods.join(', '))
    throw new Problem('method-not-allowed')
  }

function requireAccess(access: Access, user: User | null) {
  if (access === 'public') return
  if (!user) throw new Problem('sign-in-required')
  if (access !== 'signed-in' && !user.roles.some(({ role }) => access.includes(role))) throw new Problem('forbidden')
}

function holds(user: User | null, access: Access, region: string): boolean {
  if (access === 'public') return true
  return (user?.roles ?? []).some(
    ({ role, regions }) =>
      (access === 'signed-in' || access.includes(role)) && (regions === null || regions.includes(region)),
  )
}

function check<Shape extends z.ZodType>(shape: Shape | undefined, value: unknown, where: string): z.infer<Shape> {
  if (!shape) return undefined as z.infer<Shape>
  const parsed = shape.safeParse(value ?? {})
  if (parsed.success) return parsed.data
  throw new Problem('invalid', { errors: parsed.error.issues.map((issue) => inputProblem(issue, where)) })
}

const chinese = z.locales.zhCN().localeError

/** A check of ours brings its Chinese words along. */
const chineseOf = (issue: z.core.$ZodIssue) =>
  issue.code === 'custom' && typeof issue.params?.zh === 'string'
    ? issue.params.zh
    : chinese(issue as z.core.$ZodRawIssue)

function inputProblem(issue: z.core.$ZodIssue, where: string): InputProblem {
  const zh = chineseOf(issue)
  return {
    path: [where, ...issue.path].join('.'),
    code: issue.code,
    message: { zh: (typeof zh === 'string' ? zh : zh?.message) ?? issue.message, en: issue.message },
  }
}
