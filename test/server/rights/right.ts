import type { Role } from '../../../server/shapes/session.ts'

/** What stands in a region that requests can be about. */
export interface Things {
  region: string
  response: string
  code: string
  batch: string
}

export interface Right {
  /** Who may ask, as the matrix of the documentation has it. */
  roles: readonly Role[]
  /** What is sent; a text is a file of CSV. */
  body?: (of: Things) => unknown
  query?: string
  /** What the parts of the path that name something stand for, beside survey, evaluation and round. */
  params?: (of: Things) => Record<string, string>
  /** It is about no region: everybody with the role is answered alike. */
  everywhere?: true
  /** A long computation: in the short form one of its roles waits for it. */
  slow?: true
  /** What its own people are told where there is nothing to be had. */
  none?: 403 | 404
}

export const fieldwork = ['fieldwork'] as const satisfies Role[]
export const microdata = ['fieldwork', 'evaluator'] as const satisfies Role[]
export const watchers = ['fieldwork', 'evaluator', 'publisher', 'viewer'] as const satisfies Role[]
export const readers = ['fieldwork', 'reporter', 'evaluator', 'publisher', 'viewer'] as const satisfies Role[]
