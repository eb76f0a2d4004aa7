import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { Disposition, InvitationBatch } from '../../shapes/channel.ts'
import { addAudit } from '../../store/audit.ts'
import { dispositionsOf, findInvitation, noteDisposition, usedFor } from '../../store/invitations.ts'
import { codeHash, normalCode } from '../channels/code.ts'
import type { Published } from '../published.ts'
import { endingsOf } from './endings.ts'

/** Every batch, with how many of its invitations came to what. */
export async function listBatches({ db }: Context, survey: Published): Promise<InvitationBatch[]> {
  const batches = new Map<string, InvitationBatch>()
  for (const { id, label, madeAt, disposition, invitations } of await dispositionsOf(db, survey)) {
    const batch = batches.get(id) ?? { id, label, madeAt, dispositions: {} }
    batches.set(id, batch)
    if (disposition !== null) batch.dispositions[disposition as Disposition] = Number(invitations)
  }
  for (const { disposition, responses } of await endingsOf(db, survey)) {
    const ids = responses.map(({ id }) => id)
    for (const used of await usedFor(db, survey, ids)) move(batches.get(used.batch), used.disposition, disposition)
  }
  return [...batches.values()]
}

/** One invitation of a batch came to something else than was noted when it was used. */
function move(batch: InvitationBatch | undefined, from: string, to: Disposition): void {
  if (!batch) return
  const { dispositions } = batch
  const left = (dispositions[from as Disposition] ?? 0) - 1
  if (left > 0) dispositions[from as Disposition] = left
  else delete dispositions[from as Disposition]
  dispositions[to] = (dispositions[to] ?? 0) + 1
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
