import { addResponse, removeResponse } from '../../../scoring/sampling/tally/addResponse.ts'
import { mergeTallies } from '../../../scoring/sampling/tally/mergeTallies.ts'
import { emptyTally, respondentsIn, type Tally } from '../../../scoring/sampling/tally/tally.ts'
import { pointsOf, type QualityFlag, type QualityRules } from '../../../scoring/subjective/quality/rules.ts'
import { type SampledSurvey, scoreSample } from '../../../scoring/subjective/scoreSample.ts'
import type { Text } from '../../../scoring/text.ts'
import type { SampleAlternative, Withheld } from '../../shapes/sensitivity.ts'
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
import { type Composed, withheldOf } from './withheld.ts'

export type Compared = Pick<Published, 'id' | 'round' | 'key' | 'design'> & {
  quality: QualityRules | undefined
} & Pick<SampledSurvey, 'publication'>

/** What the score would be over other respondents: without a channel, without a quality rule, with who was over quota. */
export async function otherSamples(snapshot: Store, survey: Compared): Promise<SampleAlternative[]> {
  const excluded = await excludedResponses(snapshot, survey)
  const channels = await talliesByChannel(snapshot, survey, excluded)
  const all = mergeTallies(emptyTally(survey.key), ...channels.values())
  const drawn = channels.get(drawnChannel) ?? emptyTally(survey.key)
  const standard: OtherSample = {
    ...{ code: 'standard', label: labelOf.standard, tally: all, drawn },
    ...{ left: null, added: new Set<string>() },
  }
  const withOthers = (code: string, label: Text, others: CountedRow[]): OtherSample[] => {
    if (others.length === 0) return []
    const drawnToo = tallyOf(
      survey,
      others.filter(({ channel }) => isDrawn(channel)),
    )
    const added = new Set(others.map(({ id }) => id))
    return [
      {
        ...{ code, label, left: null, added },
        tally: mergeTallies(all, tallyOf(survey, others)),
        drawn: mergeTallies(drawn, drawnToo),
      },
    ]
  }
  const withoutChannels = [...channels].map(
    ([channel, left]): OtherSample => ({
      ...{ ...standard, code: `without-channel:${channel}`, label: labelOf.withoutChannel(channel), left },
      tally: without(survey, channels, channel),
      drawn: isDrawn(channel) ? emptyTally(survey.key) : drawn,
    }),
  )

  const samples = [
    standard,
    ...(channels.size < 2 ? [] : withoutChannels),
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
  const reasons = withheldOf(samples)
  return samples.map((sample, at) => rowOf(survey, sample, reasons[at] ?? null))
}

interface OtherSample extends Composed {
  code: string
  label: Text
  tally: Tally
  /** The drawn part of it. */
  drawn: Tally
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
  { code, label, tally, drawn }: OtherSample,
  withheld: Withheld | null,
): SampleAlternative {
  const respondents = respondentsIn(tally)
  if (withheld) return { code, label, respondents, withheld, score: null, se: null, interval: null }
  const { score, se, interval } = scoreSample({
    ...{ tally, drawn, key, publication },
    design: design.sample === 'mixed' ? { ...design, sample: partsLeft(tally, drawn) } : design,
  })
  return { code, label, respondents, withheld, score, se, interval }
}
