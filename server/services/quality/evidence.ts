import { flagsOnArrival } from '../../../scoring/subjective/quality/arrival.ts'
import type { QualityFlag } from '../../../scoring/subjective/quality/rules.ts'
import { answersIn, type Listed } from '../../../surveys/answers/written.ts'
import type { Context } from '../../context.ts'
import { knownDevices } from '../../store/traces.ts'
import type { Admission } from '../channels/admit.ts'
import { type Published, stateAt } from '../published.ts'
import { networkHash } from './network.ts'

/** Where a response comes from, as far as that is known. */
export interface Origin {
  /** Keyed hash of the device's token. */
  device?: string | null
  /** Prefix of the network's address; looked at only where the survey has quality rules, and never stored. */
  network?: () => string | null
  /** Whether nobody may have been able to measure times. */
  untimed?: boolean
  /** Account of who asked the questions. */
  interviewer?: string
}

/** What is kept of how a response came, beside its answers. */
export interface Evidence {
  stratum: string
  device: string | null
  network: string | null
  interviewer: string | null
  timings: string | null
  pace: number | null
  flags: QualityFlag[]
}

interface Arrived {
  answers: Listed
  codes: number[]
  locale: string
  timings: Record<string, number> | undefined
  admission: Admission
  origin: Origin
}

/** Undefined where there is nothing to keep: no more is known of anybody than the survey's rules need. */
export async function evidenceOf(
  context: Context,
  survey: Published,
  { answers, codes, locale, timings, admission: { stratum, channel }, origin }: Arrived,
): Promise<Evidence | undefined> {
  const rules = survey.quality
  const interviewer = origin.interviewer ?? null
  if (!rules) {
    if (stratum === '' && interviewer === null) return undefined
    return { stratum, device: null, network: null, interviewer, timings: null, pace: null, flags: [] }
  }
  // What comes in the time of grace comes after everything that leads to a person was cut.
  const inField = stateAt(survey, context.now()) !== 'closed'
  const device = (inField && origin.device) || null
  const network = (inField && origin.network?.()) || null
  const deviceKnown = device !== null && (await knownDevices(context.db, survey, [device])).has(device)
  const helped = interviewer !== null || channel === 'assisted' || channel === 'paper'
  const timed = !helped && origin.untimed !== true
  const found = flagsOnArrival(
    { answers: answersIn(answers), codes, locale, timings, timed, helped, deviceKnown },
    rules,
  )
  return {
    stratum,
    device,
    network: network === null ? null : await networkHash(context, survey.id, network),
    interviewer,
    timings: timings === undefined ? null : JSON.stringify(timings),
    ...found,
  }
}
