import { addResponse, removeResponse } from '../../../scoring/sampling/tally/addResponse.ts'
import { mergeTallies } from '../../../scoring/sampling/tally/mergeTallies.ts'
import { emptyTally, respondentsIn, type Tally } from '../../../scoring/sampling/tally/tally.ts'
import { pointsOf, type QualityFlag, type QualityRules } from '../../../scoring/subjective/quality/rules.ts'
import { type SampledSurvey, scoreSample } from '../../../scoring/subjective/scoreSample.ts'
import type { Text } from '../../../scoring/text.ts'
import type { SampleAlternative } from '../../shapes/sensitivity.ts'
import type { Store } from '../../store/database.ts'
import {
  type CountedRow,
  countedSlices,
  type ExcludedRow,
  excludedResponses,
  overQuotaResponses,
} from '../../store/tally.ts'
import { unpackCodes } from '../collect/pack.ts'
import type { Published } from '../published.ts'
import { drawnChannel, isDrawn } from '../tally/fieldTally.ts'
import { sliceCounter } from '../tally/takeInSlice.ts'
import { flagsIn, labelOf } from './labels.ts'

export type Compared = Pick<Published, 'id' | 'round' | 'key' | 'design'> & {
  quality: QualityRules | undefined
} & Pick<SampledSurvey, 'publication'>

/** What the score would be over other respondents: without a channel, without a quality rule, with who was over quota. */
export async function otherSamples(snapshot: Store, survey: Compared): Promise<SampleAlternative[]> {
  const excluded = await excludedResponses(snapshot, survey)
  const channels = await talliesByChannel(snapshot, survey, excluded)
  const all = mergeTallies(emptyTally(survey.key), ...channels.values())
  const drawn = channels.get(drawnChannel) ?? emptyTally(survey.key)
  const row = (code: string, label: Text, tally: Tally, ofDrawn = drawn) => rowOf(survey, code, label, tally, ofDrawn)
  const withOthers = (code: string, label: Text, others: CountedRow[]) => {
    if (others.length === 0) return []
    const drawnToo = tallyOf(
      survey,
      others.filter(({ channel }) => isDrawn(channel)),
    )
    return [row(code, label, mergeTallies(all, tallyOf(survey, others)), mergeTallies(drawn, drawnToo))]
  }

  return [
    row('standard', labelOf.standard, all),
    ...(channels.size < 2
      ? []
      : [...channels.keys()].map((channel) =>
          row(
            `without-channel:${channel}`,
            labelOf.withoutChannel(channel),
            without(survey, channels, channel),
            isDrawn(channel) ? emptyTally(survey.key) : drawn,
          ),
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
  const tallies = new Map<string, Tally>()
  const tallyFor = (channel: string): Tally => {
    const tally = tallies.get(channel) ?? emptyTally(survey.key)
    tallies.set(channel, tally)
    return tally
  }
  const counter = sliceCounter(survey.key.items.length, (channel) => [tallyFor(channel)])
  for await (const slice of countedSlices(snapshot, survey)) counter.add(slice)
  counter.finish()
  for (const { channel, cell, base_weight, codes } of excluded)
    removeResponse(tallyFor(channel), cell, base_weight, unpackCodes(codes ?? ''))
  return new Map([...tallies].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const without = ({ key }: Compared, channels: Map<string, Tally>, left: string): Tally =>
  mergeTallies(emptyTally(key), ...[...channels].filter(([channel]) => channel !== left).map(([, tally]) => tally))

function tallyOf({ key }: Compared, rows: CountedRow[]): Tally {
  const tally = emptyTally(key)
  for (const { cell, base_weight, codes } of rows) addResponse(tally, cell, base_weight, unpackCodes(codes ?? ''))
  return tally
}

const rulesIn = (excluded: ExcludedRow[]): QualityFlag[] => [
  ...new Set(excluded.flatMap(({ reason }) => flagsIn(reason))),
]

/** Without one of its parts a mixed sample is the other one. */
function partsLeft(tally: Tally, drawn: Tally): 'probability' | 'model' | 'mixed' {
  const [invited, all] = [respondentsIn(drawn), respondentsIn(tally)]
  if (invited === 0) return 'model'
  return invited === all ? 'probability' : 'mixed'
}

/** Whether a response that rules excluded would have stayed without one of them. */
const staysWithout = (rule: QualityFlag, flags: QualityFlag[], rules: QualityRules): boolean =>
  flags.includes(rule) &&
  pointsOf(
    rules,
    flags.filter((flag) => flag !== rule),
  ) < rules.threshold

function rowOf(
  { design, key, publication }: Compared,
  code: string,
  label: Text,
  tally: Tally,
  drawn: Tally,
): SampleAlternative {
  const { respondents, score, se, interval } = scoreSample({
    ...{ tally, drawn, key, publication },
    design: design.sample === 'mixed' ? { ...design, sample: partsLeft(tally, drawn) } : design,
  })
  return { code, label, respondents, score, se, interval }
}
