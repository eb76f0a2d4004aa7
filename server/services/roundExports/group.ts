import { type Context, createChanges } from '../../context.ts'
import { type ComparedMember, membersOf } from '../analysis/compare.ts'
import { evaluationOf } from '../evaluations/find.ts'
import { presentResults } from '../results/present.ts'
import type { ExportOrder } from './folder.ts'

/** The regions of an order as of now, to be compared with each other; what is kept of one in memory ends with it. */
export async function groupOf(
  context: Omit<Context, 'changes'>,
  { evaluations }: Pick<ExportOrder, 'evaluations'>,
): Promise<ComparedMember[]> {
  const members: ComparedMember[] = []
  for (const id of evaluations) {
    const own = { ...context, changes: createChanges() }
    const evaluation = await evaluationOf(own, id)
    members.push(...membersOf([evaluation], await presentResults(own, [evaluation])))
  }
  return members
}
