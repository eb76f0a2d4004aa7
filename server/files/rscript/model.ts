/** Everything that R needs to compute estimates again, and what they are to be compared with. */
export interface RModel {
  /** `given`: the weights are taken as they are, as where they were trimmed or a margin is not known of everybody. */
  method: 'none' | 'raking' | 'linear' | 'given'
  /** What the weights add up to; of no meaning where nothing is calibrated. */
  total: number
  lonelyPsu: 'fail' | 'certainty' | 'remove' | 'adjust' | 'average'
  rows: number
  stratum: string[] | null
  psu: string[] | null
  /** Sampling units in the population of the row's stratum. */
  populationSize: Float64Array | null
  baseWeight: Float64Array
  /** Variables of the calibration; '' where a value is not known. */
  margins: { name: string; value: string[]; shares: { category: string; share: number }[] }[]
  /** Numeric variables of the calibration, with the totals of the population. */
  numbers: { name: string; value: Float64Array; total: number }[]
  /** Sets of items with weights of their own: one for each set of forms that ask them. */
  blocks: { asked: Uint8Array; finalWeight: Float64Array }[]
  /** What is averaged, NaN where it is missing. */
  items: { name: string; block: number; value: Float64Array }[]
  /** Linear combinations of item means. */
  quantities: { name: string; terms: { item: string; coefficient: number }[] }[]
  groups: { name: string; value: string[] }[]
  expected: Expected[]
}

/** An estimate as Tiyan has it; `group` and `category` are empty where it is of everybody. */
export interface Expected {
  quantity: string
  group: string
  category: string
  estimate: number
  se: number
}
