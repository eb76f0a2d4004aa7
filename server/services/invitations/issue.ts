import { randomUUID } from 'node:crypto'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { IssuedInvitation } from '../../shapes/channel.ts'
import { addAudit } from '../../store/audit.ts'
import { addBatch, addInvitations, type InvitationTable } from '../../store/invitations.ts'
import { codeHash, newCode, normalCode } from '../channels/code.ts'
import type { Published } from '../published.ts'

/** One person or address of a frame. */
export interface Invited {
  reference: string
  stratum: string
  baseWeight: number
  /** A code that was made elsewhere. */
  code?: string
}

interface Batch {
  label: string
  invited: Invited[]
  account: string
}

export interface Issued {
  batch: string
  invitations: IssuedInvitation[]
}

/**
 * Makes a batch of single-use codes; they are given out this once and kept only as keyed hashes.
 * @throws {Problem} `invalid` where a stratum is none of the design's, or a code of the frame is wrong or there twice
 */
export async function issueInvitations(
  context: Context,
  survey: Published,
  { label, invited, account }: Batch,
): Promise<Issued> {
  requireSound(survey, invited)
  const key = context.keyFor('invitations')
  const at = context.now().toISOString()
  const batch = randomUUID()
  const owner = { round_id: survey.round, survey_id: survey.id }
  const invitations = invited.map(({ reference, stratum, baseWeight, code: given }): IssuedInvitation => {
    const code = (given === undefined ? undefined : normalCode(given)) ?? newCode()
    return {
      reference,
      code,
      link: `${context.config.url}/s/${encodeURIComponent(survey.id)}?i=${code}`,
      stratum,
      baseWeight,
    }
  })
  const rows = invitations.map(
    ({ reference, code, stratum, baseWeight }): InvitationTable => ({
      ...owner,
      code_hash: codeHash(key, survey.id, code),
      batch,
      reference,
      stratum,
      base_weight: baseWeight,
      disposition: '3.19',
      used: 0,
      response_id: null,
    }),
  )
  await context.db.transaction().execute(async (transaction) => {
    await addBatch(transaction, { ...owner, id: batch, label, made_by: account, made_at: at })
    await addInvitations(transaction, rows)
    await addAudit(transaction, {
      at,
      account,
      action: 'invitations.issue',
      subject: `survey ${survey.id}`,
      detail: { batch, label, invitations: rows.length },
    })
  })
  return { batch, invitations }
}

/** Codes of the strata of a survey's design; none where it has none. */
export const strataOf = ({ design }: Pick<Published, 'design'>): string[] =>
  design.variables.find(({ name }) => name === design.sampling?.stratum)?.categories.map(({ code }) => code) ?? []

function requireSound(survey: Published, invited: Invited[]) {
  const known = new Set(strataOf(survey))
  const seen = new Set<string>()
  const errors = invited.flatMap((one, at) => {
    const code = one.code === undefined ? undefined : normalCode(one.code)
    const again = code !== undefined && seen.has(code)
    if (code !== undefined) seen.add(code)
    return [
      ...(one.stratum !== '' && !known.has(one.stratum)
        ? [wrong(at, 'stratum', noStratum(one.stratum, [...known]))]
        : []),
      ...(one.code !== undefined && code === undefined ? [wrong(at, 'code', noCode)] : []),
      ...(again ? [wrong(at, 'code', twice)] : []),
    ]
  })
  if (errors.length > 0) throw new Problem('invalid', { errors })
}

const wrong = (at: number, column: string, message: { zh: string; en: string }) => ({
  path: `row ${at + 1}.${column}`,
  code: column,
  message,
})

export const noStratum = (given: string, known: string[]) => ({
  zh: `设计中没有层“${given}”，可用：${known.join('、') || '（设计没有分层）'}`,
  en: `The design has no stratum “${given}”; it has ${known.join(', ') || 'none at all'}`,
})
const noCode = { zh: '邀请码不完整或有错字', en: 'The code is not complete, or mistyped' }
const twice = { zh: '邀请码重复', en: 'The code is there twice' }
