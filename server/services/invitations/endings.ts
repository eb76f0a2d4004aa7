import type { Disposition } from '../../shapes/channel.ts'
import type { Store } from '../../store/database.ts'
import type { SurveyKey } from '../../store/fieldwork.ts'
import { setDispositions } from '../../store/invitations.ts'
import { type CountedRow, excludedResponses, overQuotaResponses } from '../../store/tally.ts'

interface Ending {
  disposition: Disposition
  responses: Omit<CountedRow, 'reason'>[]
}

/** Answers that came and are not in the score, by what AAPOR calls them: taken out by a rule or a person, over quota. */
export const endingsOf = async (db: Store, survey: SurveyKey): Promise<Ending[]> => [
  { disposition: '2.3', responses: await excludedResponses(db, survey) },
  { disposition: '4.8', responses: await overQuotaResponses(db, survey) },
]

/** Notes them with the codes that they came by, before nobody knows which these were. */
export async function noteEndings(db: Store, survey: SurveyKey): Promise<void> {
  for (const { disposition, responses } of await endingsOf(db, survey)) {
    const ids = responses.map(({ id }) => id)
    await setDispositions(db, survey, ids, disposition)
  }
}
