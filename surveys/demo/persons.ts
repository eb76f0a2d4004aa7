import { districts } from './districts.ts'
import { pick, randomFrom } from './random.ts'

/** Who a made-up resident is; opinions and habits follow from it. */
export interface Person {
  district: string
  /** A choice of S2. */
  age: string
  /** A choice of S4. */
  sex: string
  /** 0 in the centre, 1 at the rim. */
  rim: number
  random: () => number
}

const seed = 33_356
/** So many of the sample live in a district whatever its size: the link went round by district offices. */
const base = 34
const sampleSize = 1800

const rimOf = (district: number): number => district / (districts.length - 1)

/** Where each person of the sample lives: the centre answers more readily than the rim. */
const homes = shuffled(placesFor(districts.map(({ residents }, at) => residents * (1.25 - 0.5 * rimOf(at)))))

/** District numbers, `sampleSize` of them: `base` for each, the others by weight. */
function placesFor(weights: number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const free = sampleSize - base * weights.length
  const places: number[] = []
  let passed = 0
  for (const [district, weight] of weights.entries()) {
    const from = Math.round((free * passed) / whole)
    passed += weight
    const own = base + Math.round((free * passed) / whole) - from
    places.push(...Array<number>(own).fill(district))
  }
  return places
}

function shuffled(values: number[]): number[] {
  const random = randomFrom(seed)
  const mixed = [...values]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const kept = mixed[at] ?? 0
    mixed[at] = mixed[other] ?? 0
    mixed[other] = kept
  }
  return mixed
}

/** The sample is skewed to the young: 60 and over are a quarter of the residents, but one in nine who answer. */
const ages = [
  ['16-17', 3],
  ['18-29', 33],
  ['30-44', 34],
  ['45-59', 19],
  ['60-64', 5],
  ['65-74', 4.5],
  ['75+', 1.5],
] as const

const sexes = [
  ['female', 54],
  ['male', 43],
  ['undisclosed', 3],
] as const

/** The person of this number, always the same one. */
export function personOf(number: number): Person {
  const random = randomFrom(seed + 7919 * (number + 1))
  const at = homes[number % homes.length] ?? 0
  const { code = '' } = districts[at] ?? {}
  return { district: code, age: pick(random, ages), sex: pick(random, sexes), rim: rimOf(at), random }
}

/** 60 and over. */
export const isOld = ({ age }: Pick<Person, 'age'>): boolean => ['60-64', '65-74', '75+'].includes(age)
export const isYoung = ({ age }: Pick<Person, 'age'>): boolean => ['16-17', '18-29'].includes(age)
