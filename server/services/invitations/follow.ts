import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { Disposition, InvitationBatch } from '../../shapes/channel.ts'
import { addAudit } from '../../store/audit.ts'
import { dispositionsOf, findInvitation, noteDisposition } from '../../store/invitations.ts'
import { codeHash, normalCode } from '../channels/code.ts'
import type { Published } from '../published.ts'

/** Every batch, with how many of its invitations came to what. */
export async function listBatches({ db }: Context, survey: Published): Promise<InvitationBatch[]> {
  const batches = new Map<string, InvitationBatch>()
  for (const { id, label, madeAt, disposition, invitations } of await dispositionsOf(db, survey)) {
    const batch = batches.get(id) ?? { id, label, madeAt, dispositions: {} }
    batches.set(id, batch)
    if (disposition !== null) batch.dispositions[disposition as Disposition] = Number(invitations)
  }
  return [...batches.values()]
}

interface Report {
  code: string
  disposition: Disposition
  account: string
}

/**
 * Notes what an interviewer or the post reports of an invitation.
 * @throws {Problem} `not-found`; `invitation-used` where its answer has come
 */
export async function reportOutcome(
  context: Context,
  survey: Published,
  { code, disposition, account }: Report,
): Promise<void> {
  const normal = normalCode(code)
  const hash = normal && codeHash(context.keyFor('invitations'), survey.id, normal)
  await context.db.transaction().execute(async (transaction) => {
    const invitation = hash && (await findInvitation(transaction, survey, hash))
    if (!invitation) throw new Problem('not-found')
    if (!(await noteDisposition(transaction, survey, invitation.code_hash, disposition))) {
      throw new Problem('invitation-used')
    }
    await addAudit(transaction, {
      at: context.now().toISOString(),
      account,
      action: 'invitation.outcome',
      subject: `survey ${survey.id}`,
      detail: { batch: invitation.batch, reference: invitation.reference, disposition },
    })
  })
}
