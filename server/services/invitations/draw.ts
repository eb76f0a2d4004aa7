import { createHash } from 'node:crypto'
import { groupBy } from '../../../scoring/objective/groupBy.ts'
import { allocate } from '../../../scoring/sampling/planning/allocate.ts'
import { randomFrom } from '../../../surveys/demo/random.ts'
import type { Context } from '../../context.ts'
import { type InputProblem, Problem } from '../../http/problem.ts'
import { addAudit } from '../../store/audit.ts'
import type { Published } from '../published.ts'
import type { Invited } from './issue.ts'

interface Draw {
  frame: Invited[]
  /** Persons to invite. */
  size: number
  seed: number
  method: 'proportional' | 'equal' | 'square-root'
}

/**
 * Draws a simple random sample in each stratum of a frame; the same for the same frame and seed, whatever the order of
 * its rows. The base weight is the persons that each one stands for: N/n of the stratum.
 * @throws {Problem} `invalid` where the frame names somebody twice or not at all, or has fewer persons than are wanted
 */
export function drawSample({ frame, size, seed, method }: Draw): Invited[] {
  const errors = problemsOf(frame, size)
  if (errors.length > 0) throw new Problem('invalid', { errors })
  const strata = [...groupBy(frame, ({ stratum }) => stratum)].sort(([a], [b]) => (a < b ? -1 : 1))
  const sizes = allocate(
    strata.map(([code, persons]) => ({ code, population: persons.length })),
    size,
    method,
  )
  const random = randomFrom(seed)
  return strata.flatMap(([, persons], at) => {
    const n = sizes[at] ?? 0
    return [...persons]
      .sort((a, b) => (a.reference < b.reference ? -1 : 1))
      .map((person) => ({ person, order: random() }))
      .sort((a, b) => a.order - b.order)
      .slice(0, n)
      .map(({ person }) => ({ ...person, baseWeight: persons.length / n }))
  })
}

/** Writes down how a sample was drawn, so that it can be drawn again. */
export const noteDraw = (
  context: Context,
  survey: Published,
  { frame, size, seed, method }: Draw,
  { account, label }: { account: string; label: string },
): Promise<void> => {
  const references = frame.map(({ stratum, reference }) => `${stratum}\t${reference}`).sort()
  return context.db.transaction().execute((transaction) =>
    addAudit(transaction, {
      at: context.now().toISOString(),
      account,
      action: 'invitation.draw',
      subject: `survey ${survey.id}`,
      detail: {
        label,
        persons: frame.length,
        size,
        seed,
        method,
        frameSha256: createHash('sha256').update(references.join('\n')).digest('hex'),
      },
    }),
  )
}

function problemsOf(frame: Invited[], size: number): InputProblem[] {
  const seen = new Map<string, number>()
  const errors = frame.flatMap(({ reference }, at): InputProblem[] => {
    const row = at + 2
    const before = seen.get(reference)
    seen.set(reference, row)
    if (reference !== '' && before === undefined) return []
    return [
      {
        path: `row ${row}.reference`,
        code: 'reference',
        message:
          reference === ''
            ? { zh: `第 ${row} 行没有编号`, en: `Row ${row} has no reference` }
            : { zh: `第 ${row} 行与第 ${before} 行是同一人`, en: `Row ${row} is the same person as row ${before}` },
      },
    ]
  })
  if (size > frame.length)
    errors.push({
      path: 'query.size',
      code: 'size',
      message: {
        zh: `抽样框只有 ${frame.length} 人，抽不出 ${size} 人`,
        en: `The frame has ${frame.length} persons: ${size} cannot be drawn`,
      },
    })
  return errors
}
