import { basisOf } from './basis.ts'
import { type GroupScore, groupsOver } from './scoreGroups.ts'
import { partsOf, type SampledSurvey } from './scoreSample.ts'

/**
 * The survey score of each category of a variable, by the same samples and shares as the score itself: of a mixed sample
 * drawn persons and volunteers are calibrated each on their own.
 * @throws RangeError if the design has no such variable, or a mixed sample comes without its drawn part
 */
export function sampleGroups(sampled: SampledSurvey, variables: string[]): Map<string, GroupScore[]> {
  const parts = partsOf(sampled).map(({ data, share }) => ({ basis: basisOf(data), share }))
  return new Map(variables.map((variable) => [variable, groupsOver(parts, variable)]))
}
