import type { Reason } from '../../../../scoring/objective/problem.ts'

/** What is given for an item, and the score (or points off) that it must have, or the error and the input it is put on. */
export type Case = [name: string, facts: Record<string, unknown>, expected: number | `${Reason} ${string}`]

/** Cases of items by id. The first is an ordinary one, the others lie at an edge. */
export type Cases = Record<string, [ordinary: Case, edge: Case, ...more: Case[]]>
