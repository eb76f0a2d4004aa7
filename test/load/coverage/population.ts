import { numbersFrom } from '../../scoring/subjective/sampleSurvey.ts'

/** People of a made-up city with what they would answer; columns by person. */
export interface Population {
  size: number
  district: Int32Array
  sex: Int32Array
  age: Int32Array
  /** Small group that is spread over the city: one person in twenty. */
  newcomer: Int32Array
  /** Codes 1–5; NaN: would not rate it. */
  items: Float64Array[]
  /** What makes people take part that no margin knows of: standard normal, and goes with their answers. */
  interest: Float64Array
}

export const categories = { district: 6, sex: 2, age: 4 }

/** 40,000 persons. The first item is skewed; the last is rated by six in ten; opinions go with district and age. */
export function madeUpCity(seed: number): Population {
  const next = numbersFrom(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const size = 40_000
  const column = (value: () => number) => Int32Array.from({ length: size }, value)
  const district = column(() => Math.floor(next() ** 1.3 * categories.district))
  const sex = column(() => Math.floor(next() * categories.sex))
  const age = Int32Array.from(district, (own) => Math.min(3, Math.floor(next() * (4 + own * 0.15))))
  const newcomer = column(() => Number(next() < 0.05))
  const interest = Float64Array.from({ length: size }, normal)
  const opinion = Float64Array.from(
    interest,
    (own, person) =>
      0.5 * own +
      0.7 * normal() -
      0.25 * (district[person]! - 2.5) +
      0.2 * (age[person]! - 1.5) -
      0.3 * newcomer[person]!,
  )
  const item = (thresholds: number[], rated: number) =>
    opinion.map((own) => {
      const felt = own + 0.8 * normal()
      return next() < rated ? 1 + thresholds.filter((threshold) => felt > threshold).length : Number.NaN
    })
  const items = [
    item([-2.6, -2, -1.5, -0.7], 1),
    item([-1.5, -0.6, 0, 1], 0.97),
    item([-1.2, -0.4, 0.4, 1.2], 0.95),
    item([-1, 0, 1, 1.9], 0.9),
    item([-1.6, -0.8, 0.2, 1.3], 0.8),
    item([-1.4, -0.5, 0.5, 1.4], 0.6),
  ]
  return { size, district, sex, age, newcomer, items, interest }
}

/** Score of persons over the items they rate; NaN where they rate fewer than two. */
export function compositeOf(items: Float64Array[]): Float64Array {
  return items[0]!.map((_, person) => {
    const rated = items.map((codes) => codes[person]!).filter((code) => !Number.isNaN(code))
    const mean = rated.reduce((sum, code) => sum + code, 0) / rated.length
    return rated.length < 2 ? Number.NaN : ((mean - 1) / 4) * 100
  })
}
