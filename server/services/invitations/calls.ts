import { groupBy } from '../../../scoring/objective/groupBy.ts'
import type { Text } from '../../../scoring/text.ts'
import type { Context } from '../../context.ts'
import { type InputProblem, Problem } from '../../http/problem.ts'
import type { CallsNoted, NewCall } from '../../shapes/channel.ts'
import { addAudit } from '../../store/audit.ts'
import type { Store } from '../../store/database.ts'
import {
  addInvitations,
  findInvitations,
  type InvitationTable,
  joinBatch,
  noteDisposition,
} from '../../store/invitations.ts'
import { codeHash, codeOfCall } from '../channels/code.ts'
import { derivedId } from '../collect/derivedId.ts'
import type { Published } from '../published.ts'
import { noStratum, strataOf } from './issue.ts'

/** The code under which a number's answers are taken: an interviewer names the number, nobody ever gets the code. */
export const codeFor = ({ keyFor }: Context, survey: Published, reference: string): string =>
  codeOfCall(keyFor('calls'), survey.id, reference)

interface Calls {
  label: string
  calls: NewCall[]
  account: string
}

/**
 * Takes in numbers of a telephone sample and what calls to them came to: a number that is not there yet is added, of one
 * that is there the outcome is noted. All or none; the same list again changes nothing.
 * @throws {Problem} `invalid` with everything that is wrong, by row
 */
export async function noteCalls(
  context: Context,
  survey: Published,
  { label, calls, account }: Calls,
): Promise<CallsNoted> {
  const at = context.now().toISOString()
  const key = context.keyFor('invitations')
  const hashed = calls.map((call) => ({
    ...call,
    hash: codeHash(key, survey.id, codeFor(context, survey, call.reference)),
  }))
  return context.db.transaction().execute(async (transaction) => {
    const known = await findInvitations(
      transaction,
      survey,
      hashed.map(({ hash }) => hash),
    )
    const errors = [
      ...problemsOf(survey, calls),
      ...hashed.flatMap((call, row) => contradictions(call, known.get(call.hash), row)),
    ]
    if (errors.length > 0) throw new Problem('invalid', { errors })

    const fresh = hashed.filter(({ hash }) => !known.has(hash))
    const batch = derivedId(`calls ${survey.round} ${survey.id} ${label}`)
    const owner = { round_id: survey.round, survey_id: survey.id }
    if (fresh.length > 0) await joinBatch(transaction, { ...owner, id: batch, label, made_by: account, made_at: at })
    const rows = fresh.map(
      ({ hash, reference, stratum = '', baseWeight = 1, disposition = '3.11' }): InvitationTable => ({
        ...owner,
        ...{ code_hash: hash, batch, reference, stratum, base_weight: baseWeight, disposition },
        ...{ used: 0, response_id: null },
      }),
    )
    await addInvitations(transaction, rows)
    const noted = await noteOutcomes(transaction, survey, hashed, known)
    await addAudit(transaction, {
      ...{ at, account, action: 'calls.note', subject: `survey ${survey.id}` },
      detail: { label, added: fresh.length, noted, ...(calls.length === 1 && { ...calls[0] }) },
    })
    return { added: fresh.length, noted }
  })
}

type Hashed = NewCall & { hash: string }

async function noteOutcomes(
  db: Store,
  survey: Published,
  calls: Hashed[],
  known: Map<string, InvitationTable>,
): Promise<number> {
  let noted = 0
  for (const { hash, disposition } of calls) {
    const before = known.get(hash)
    if (!before || disposition === undefined || before.disposition === disposition) continue
    if (await noteDisposition(db, survey, hash, disposition)) noted += 1
  }
  return noted
}

function problemsOf(survey: Published, calls: NewCall[]): InputProblem[] {
  const strata = strataOf(survey)
  const rows = groupBy(
    calls.map(({ reference }, row) => ({ reference, row })),
    ({ reference }) => reference,
  )
  return calls.flatMap(({ reference, stratum = '' }, row) => {
    const first = rows.get(reference)?.[0]?.row ?? row
    return [
      ...(reference.trim() === '' ? [wrong(row, 'reference', noReference)] : []),
      ...(mobile.test(reference.replace(/[\s-]/g, '')) ? [wrong(row, 'reference', noNumber)] : []),
      ...(first < row && reference !== '' ? [wrong(row, 'reference', twice(first))] : []),
      ...(stratum !== '' && !strata.includes(stratum) ? [wrong(row, 'stratum', noStratum(stratum, strata))] : []),
    ]
  })
}

/** What a list says of a number that is known otherwise. */
function contradictions(
  { stratum, baseWeight, disposition }: NewCall,
  known: InvitationTable | undefined,
  row: number,
): InputProblem[] {
  if (!known) return []
  return [
    ...(stratum !== undefined && stratum !== known.stratum ? [wrong(row, 'stratum', otherwise(known.stratum))] : []),
    ...(baseWeight !== undefined && baseWeight !== known.base_weight
      ? [wrong(row, 'base_weight', otherwise(String(known.base_weight)))]
      : []),
    ...(disposition !== undefined && known.used ? [wrong(row, 'disposition', answered)] : []),
  ]
}

/** Rows as a person counts them, below the header. */
const wrong = (row: number, column: string, message: Text): InputProblem => ({
  path: `row ${row + 2}.${column}`,
  code: column,
  message: { zh: `第 ${row + 2} 行：${message.zh}`, en: `Row ${row + 2}: ${message.en}` },
})

/** A mobile number of China, whose owner could be found. */
const mobile = /^(\+?86)?1[3-9]\d{9}$/

const noReference = { zh: '没有编号', en: 'it has no reference' }
const noNumber = {
  zh: '这像是手机号码：请用本单位自己的编号，电话号码不要进入系统',
  en: 'this looks like a mobile number: use a reference of your own, telephone numbers stay outside',
}
const twice = (row: number): Text => ({
  zh: `与第 ${row + 2} 行是同一号码，请只留最后的结果`,
  en: `the same number as row ${row + 2}; keep its last outcome only`,
})
const otherwise = (known: string): Text => ({
  zh: `与样本中已有的“${known || '（空）'}”不同`,
  en: `the sample says “${known || '(empty)'}”`,
})
const answered = { zh: '此人已经答卷，结果不再改变', en: 'this person has answered; the outcome stays' }
