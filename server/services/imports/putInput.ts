import { createHash } from 'node:crypto'
import { checkRegion, type RegionData } from '../../../scoring/result/checkRegion.ts'
import type { Scheme } from '../../../scoring/standard/scheme.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { Evaluation, ImportReceipt, InputKind } from '../../shapes/evaluation.ts'
import { addAudit } from '../../store/audit.ts'
import type { Store } from '../../store/database.ts'
import { addInput } from '../../store/inputs.ts'
import { evaluationOf } from '../evaluations/find.ts'
import { currentInputs, type InputRows, regionData, rowsOf } from '../evaluations/inputs.ts'
import { placedProblems, type ReadInput, readInput, withRead } from './readInput.ts'

export interface NewInput<K extends InputKind> {
  kind: K
  bytes: Uint8Array
  account: string
  /** Whether the version there is, null where there is none, is one that the sender has seen. */
  expects: (version: number | null) => boolean
}

/**
 * Replaces one kind of data of an evaluation by a file's; a file with only its header takes it away.
 * Everything is checked against all other data of the evaluation first: if there is any problem nothing changes.
 * @throws {Problem} `not-found`, `not-draft`, `newer-version`, `too-large`, `invalid` with every problem
 */
export async function putInput<K extends InputKind>(
  { db, now }: Context,
  id: string,
  { kind, bytes, account, expects }: NewInput<K>,
): Promise<ImportReceipt> {
  const before = await evaluationOf({ db }, id)
  requireDraft(before)
  const scheme = schemes[before.scheme]
  const read = await readInput(kind, bytes, scheme, before.region)

  // The file is read before the transaction begins, so that a large one holds up nobody.
  return db.transaction().execute(async (transaction) => {
    const evaluation = await evaluationOf({ db: transaction }, id)
    requireDraft(evaluation)
    const present = await currentInputs(transaction, id)
    const { version: newest } = present[kind]
    if (!expects(newest)) throw new Problem('newer-version')

    const rows = withRead(kind, read, rowsOf(present))
    const found = problemsIn(scheme, rows, evaluation)
    const errors = [
      ...read.problems.map(({ path, code, message }) => ({ path, code, message })),
      ...placedProblems(found, read),
    ]
    if (errors.length > 0) throw new Problem('invalid', { errors })

    const version = (newest ?? 0) + 1
    await keep(transaction, { id, kind, version, read, account, at: now().toISOString() })
    return {
      version,
      rows: read.rows.length,
      indicators: indicatorsOf(scheme, read),
      notes: [...evaluation.notes, ...read.notes],
    }
  })
}

function requireDraft({ state }: Evaluation) {
  if (state !== 'draft') throw new Problem('not-draft')
}

/** Stands for the score of a survey that is carried out here, whatever it comes to: no other may be imported. */
const carriedOut: NonNullable<RegionData['estimate']> = {
  score: 0,
  se: null,
  interval: null,
  kind: 'model',
  nEffective: 0,
}

const problemsIn = (scheme: Scheme, rows: InputRows, { survey }: Evaluation) =>
  checkRegion(scheme, regionData(rows, survey === null ? null : carriedOut)).problems

interface Kept<K extends InputKind> {
  id: string
  kind: K
  version: number
  read: ReadInput<K>
  account: string
  at: string
}

async function keep<K extends InputKind>(db: Store, { id, kind, version, read, account, at }: Kept<K>) {
  const content = JSON.stringify(read.rows.map(({ kept }) => kept))
  await addInput(db, { evaluation_id: id, kind, version, content, put_by: account, put_at: at })
  await addAudit(db, {
    at,
    account,
    action: `${kind}.put`,
    subject: `evaluation ${id}`,
    detail: { version, rows: read.rows.length, sha256: createHash('sha256').update(content).digest('hex') },
  })
}

/** L2s that have data from the file, in the order of the scheme. */
function indicatorsOf<K extends InputKind>({ dimensions }: Scheme, { rows }: ReadInput<K>): string[] {
  const given = new Set(rows.map(({ place }) => place.item))
  return dimensions
    .flatMap(({ indicators }) => indicators)
    .filter(({ id, items }) => given.has(id) || items.some((item) => given.has(item.id)))
    .map(({ id }) => id)
}
