import { mergeTallies } from '../../../scoring/sampling/tally/mergeTallies.ts'
import { emptyTally, type Tally } from '../../../scoring/sampling/tally/tally.ts'
import { pointsOf, type QualityFlag, type QualityRules } from '../../../scoring/subjective/quality/rules.ts'
import { scoreSurvey } from '../../../scoring/subjective/scoreSurvey.ts'
import type { Text } from '../../../scoring/text.ts'
import type { SampleAlternative } from '../../shapes/sensitivity.ts'
import type { Store } from '../../store/database.ts'
import {
  type CountedRow,
  channelsOf,
  countedSlices,
  type ExcludedRow,
  excludedResponses,
  overQuotaResponses,
} from '../../store/tally.ts'
import type { Published } from '../published.ts'
import { emptyFieldTally, takeIn, takeOut } from '../tally/fieldTally.ts'
import { sliceReader } from '../tally/takeInSlice.ts'
import { flagsIn, labelOf } from './labels.ts'

export type Compared = Pick<Published, 'id' | 'round' | 'key' | 'design'> & { quality: QualityRules | undefined }

/** What the score would be over other respondents: without a channel, without a quality rule, with who was over quota. */
export async function otherSamples(snapshot: Store, survey: Compared): Promise<SampleAlternative[]> {
  const excluded = await excludedResponses(snapshot, survey)
  const channels = await talliesByChannel(snapshot, survey, excluded)
  const all = mergeTallies(emptyTally(survey.key), ...channels.values())
  const row = (code: string, label: Text, tally: Tally) => rowOf(survey, code, label, tally)
  const withOthers = (code: string, label: Text, others: CountedRow[]) =>
    others.length === 0 ? [] : [row(code, label, mergeTallies(all, tallyOf(survey, others)))]

  return [
    row('standard', labelOf.standard, all),
    ...(channels.size < 2
      ? []
      : [...channels.keys()].map((channel) =>
          row(`without-channel:${channel}`, labelOf.withoutChannel(channel), without(survey, channels, channel)),
        )),
    ...rulesIn(excluded).flatMap((flag) =>
      withOthers(
        `without-rule:${flag}`,
        labelOf.withoutRule(flag),
        excluded.filter(({ reason }) => survey.quality && staysWithout(flag, flagsIn(reason), survey.quality)),
      ),
    ),
    ...withOthers(
      'without-rules',
      labelOf.withoutRules,
      excluded.filter(({ reason }) => flagsIn(reason).length > 0),
    ),
    ...withOthers('with-excluded', labelOf.withExcluded, excluded),
    ...withOthers('with-over-quota', labelOf.withOverQuota, await overQuotaResponses(snapshot, survey)),
  ]
}

async function talliesByChannel(
  snapshot: Store,
  survey: Compared,
  excluded: ExcludedRow[],
): Promise<Map<string, Tally>> {
  const parts = (await channelsOf(snapshot, survey)).map((channel) => {
    const field = emptyFieldTally(survey.key)
    return { channel, field, reader: sliceReader(field, (own) => own === channel) }
  })
  for await (const slice of countedSlices(snapshot, survey)) for (const { reader } of parts) reader.takeIn(slice)
  for (const { channel, field, reader } of parts) {
    reader.finish()
    for (const row of excluded) if (row.channel === channel) takeOut(field, takenOf(row))
  }
  return new Map(parts.map(({ channel, field }) => [channel, field.tally]))
}

const without = ({ key }: Compared, channels: Map<string, Tally>, left: string): Tally =>
  mergeTallies(emptyTally(key), ...[...channels].filter(([channel]) => channel !== left).map(([, tally]) => tally))

function tallyOf({ key }: Compared, rows: CountedRow[]): Tally {
  const field = emptyFieldTally(key)
  for (const row of rows) takeIn(field, takenOf(row))
  return field.tally
}

const takenOf = ({ cell, base_weight, codes, locale, received_at }: CountedRow) => ({
  cell,
  baseWeight: base_weight,
  codes: codes ?? '',
  locale,
  receivedAt: received_at,
})

const rulesIn = (excluded: ExcludedRow[]): QualityFlag[] => [
  ...new Set(excluded.flatMap(({ reason }) => flagsIn(reason))),
]

/** Whether a response that rules excluded would have stayed without one of them. */
const staysWithout = (rule: QualityFlag, flags: QualityFlag[], rules: QualityRules): boolean =>
  flags.includes(rule) &&
  pointsOf(
    rules,
    flags.filter((flag) => flag !== rule),
  ) < rules.threshold

function rowOf({ design, key }: Compared, code: string, label: Text, tally: Tally): SampleAlternative {
  // The kind of the sample changes the name of the interval, not its figures.
  const { respondents, score, se, interval } = scoreSurvey({ tally, design, key, kind: 'model' })
  return { code, label, respondents, score, se, interval }
}
