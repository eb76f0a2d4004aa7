import type { Context } from '../../context.ts'
import { countedAmong, countedGroups, excludedResponses } from '../../store/tally.ts'
import type { Published } from '../published.ts'
import { emptyFieldTally, type FieldTally, takeInGroup, takeOut } from './fieldTally.ts'

export interface Scanned {
  field: FieldTally
  /** Of the responses asked for, those that the scan saw as counted. */
  counted: Set<string>
}

/**
 * Builds a survey's tally from the stored codes, as of one moment.
 * @param changed ids of responses that changed since the scan was asked for, asked once everything has been read
 */
export const scan = (
  { db }: Pick<Context, 'db'>,
  survey: Pick<Published, 'id' | 'round' | 'key'>,
  changed: () => string[],
): Promise<Scanned> =>
  db.transaction().execute(async (snapshot) => {
    const field = emptyFieldTally(survey.key)
    for await (const group of countedGroups(snapshot, survey)) takeInGroup(field, group)
    for (const { codes, base_weight, received_at, ...response } of await excludedResponses(snapshot, survey)) {
      takeOut(field, { ...response, codes: codes ?? '', baseWeight: base_weight, receivedAt: received_at })
    }
    return { field, counted: await countedAmong(snapshot, survey, changed()) }
  })
