import type { Store } from '../../store/database.ts'
import type { SurveyKey } from '../../store/fieldwork.ts'
import { freeInvitation, spendInvitation } from '../../store/invitations.ts'
import { addPerson, removePerson } from '../../store/people.ts'
import type { Incoming } from './settle.ts'

/** Uses up what admitted somebody, within the transaction of the answer; gives why it could not be. */
export async function claim(
  db: Store,
  survey: SurveyKey,
  { id, codes, admission }: Incoming,
): Promise<'invitation-used' | 'already-answered' | undefined> {
  const { invitation, person } = admission ?? {}
  if (invitation !== undefined) {
    const use = { response: id, disposition: completeness(codes) }
    if (!(await spendInvitation(db, survey, invitation, use))) return 'invitation-used'
  }
  if (person !== undefined && !(await addPerson(db, survey, person))) return 'already-answered'
  return undefined
}

/** The answer was not taken after all. */
export async function unclaim(
  db: Store,
  survey: SurveyKey,
  { admission }: Incoming,
  disposition: string,
): Promise<void> {
  const { invitation, person } = admission ?? {}
  if (invitation !== undefined) await freeInvitation(db, survey, invitation, disposition)
  if (person !== undefined) await removePerson(db, survey, person)
}

/**
 * AAPOR: who sends answers in is a complete case, however few items they rated, since each of these is in the score;
 * who was shown items and rated none has opened it and answered nothing.
 * @param codes packed, see ResponseTable
 */
export const completeness = (codes: string): '1.1' | '2.112' => (/^7*9[79]*$/.test(codes) ? '2.112' : '1.1')
