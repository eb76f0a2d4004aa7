import type { Context } from '../../context.ts'
import { type ComparedMember, membersOf } from '../analysis/compare.ts'
import { evaluationsFor } from '../evaluations/find.ts'
import { presentResults } from '../results/present.ts'
import type { ExportOrder } from './folder.ts'

/** So many are worked out before it is asked again whether they are still wanted. */
const atOnce = 10

/**
 * The regions of an order as of now, to be compared with each other.
 * @param wanted false: nobody waits for them any more
 */
export async function groupOf(
  context: Context,
  { evaluations }: Pick<ExportOrder, 'evaluations'>,
  wanted: () => boolean,
): Promise<ComparedMember[]> {
  const ordered = new Set(evaluations)
  const own = (await evaluationsFor(context, () => true)).filter(({ id }) => ordered.has(id))
  const members: ComparedMember[] = []
  for (let from = 0; from < own.length && wanted(); from += atOnce) {
    const some = own.slice(from, from + atOnce)
    members.push(...membersOf(some, await presentResults(context, some)))
  }
  return members
}
