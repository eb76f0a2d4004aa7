import {
  type Dispositions,
  eligibilityFromKnown,
  outcomeRates,
} from '../../../scoring/subjective/participation/outcomeRates.ts'
import type { Context } from '../../context.ts'
import type { Disposition } from '../../shapes/channel.ts'
import type { SurveyParticipation } from '../../shapes/participation.ts'
import type { Store } from '../../store/database.ts'
import { countUsed, dispositionsOf } from '../../store/invitations.ts'
import { withdrawnByChannel } from '../../store/responses.ts'
import { completeness } from '../collect/claim.ts'
import { endingsOf } from '../invitations/endings.ts'
import type { Published } from '../published.ts'
import { isDrawn } from '../tally/fieldTally.ts'

const groups: Record<Disposition, keyof Dispositions> = {
  '1.1': 'complete',
  '2.111': 'refused',
  '2.112': 'refused',
  '2.12': 'brokenOff',
  '2.2': 'nonContact',
  '2.21': 'nonContact',
  '2.22': 'nonContact',
  '2.3': 'removed',
  // Eligible, and gave nothing for another reason.
  '2.32': 'removed',
  '2.33': 'removed',
  '3.11': 'unknown',
  '3.112': 'unknown',
  '3.12': 'unknown',
  '3.13': 'unknown',
  '3.19': 'unknown',
  '3.2': 'unknown',
  '4.11': 'notEligible',
  '4.3': 'notEligible',
  '4.5': 'notEligible',
  '4.7': 'notEligible',
  '4.8': 'notEligible',
}

/** What came of the persons and numbers that were drawn, by AAPOR's groups, and the rates of it. */
export async function outcomesOf(
  { db }: Pick<Context, 'db'>,
  survey: Published,
): Promise<SurveyParticipation['outcomes']> {
  const dispositions: Dispositions = {
    ...{ complete: 0, refused: 0, brokenOff: 0, nonContact: 0, removed: 0, unknown: 0, notEligible: 0 },
  }
  for (const { disposition, invitations } of await dispositionsOf(db, survey))
    if (disposition !== null) dispositions[groups[disposition as Disposition]] += Number(invitations)
  await moveWhatCountsNoLonger(db, survey, dispositions)
  const { eligibility } = survey.settings
  return { dispositions, rates: outcomeRates(dispositions, eligibility ?? eligibilityFromKnown(dispositions)) }
}

/**
 * What a rule or a person took out is 2.3, what came over quota 4.8, what its owner withdrew 2.11. What changes after
 * closing is counted from the responses: nobody knows then which code a response came by.
 */
async function moveWhatCountsNoLonger(db: Store, survey: Published, dispositions: Dispositions): Promise<void> {
  const ofSample = (channel: string) => survey.design.sample === 'probability' || isDrawn(channel)
  const move = (from: keyof Dispositions, to: keyof Dispositions, persons: number) => {
    const moved = Math.min(persons, dispositions[from])
    dispositions[from] -= moved
    dispositions[to] += moved
  }
  for (const { disposition, responses } of await endingsOf(db, survey)) {
    const group = groups[disposition]
    const ended = responses.filter(({ channel }) => ofSample(channel))
    // Those of before closing have it with their code; some of them may have been restored or withdrawn since.
    const noted = await countUsed(db, survey, disposition)
    for (const { codes } of ended.slice(noted)) move(groups[completeness(codes ?? '')], group, 1)
    move(group, 'complete', Math.max(0, noted - ended.length))
  }
  let withdrawn = 0
  for (const { channel, responses } of await withdrawnByChannel(db, survey))
    if (ofSample(channel)) withdrawn += responses
  // Those of before closing have it with their code.
  move('complete', 'refused', Math.max(0, withdrawn - (await countUsed(db, survey, '2.111'))))
}
