import type { MarginData } from '../../../scoring/sampling/estimate/margins.ts'
import { type Frame, type Survey, surveyOf } from '../../../scoring/sampling/estimate/survey.ts'
import { categories, type Population } from './population.ts'

/** A way of drawing and weighting a sample, METHOD.md section 7. */
export interface Scenario {
  name: string
  about: string
  /** Indices of the persons drawn. */
  draw: (population: Population, next: () => number) => Int32Array
  weigh: (population: Population, sample: Int32Array) => Survey
}

const sampleSize = 1200

const membersOf = ({ size, district }: Population, wanted: number) =>
  Int32Array.from({ length: size }, (_, person) => person).filter((person) => district[person] === wanted)

/** As many from each district, whatever its size. */
const perDistrict = sampleSize / categories.district

const stratified: Scenario = {
  name: 'a',
  about: 'stratified by district, equal numbers from unequal districts, without replacement, fpc; not calibrated',
  draw(population, next) {
    return Int32Array.from(
      Array.from({ length: categories.district }, (_, district) => {
        const frame = membersOf(population, district)
        for (let at = 0; at < perDistrict; at += 1) {
          const other = at + Math.floor(next() * (frame.length - at))
          ;[frame[at], frame[other]] = [frame[other]!, frame[at]!]
        }
        return [...frame.subarray(0, perDistrict)]
      }).flat(),
    )
  },
  weigh(population, sample) {
    const sizes = Array.from({ length: categories.district }, (_, district) => membersOf(population, district).length)
    const stratum = sample.map((person) => population.district[person]!)
    const populationSize = Float64Array.from(stratum, (own) => sizes[own]!)
    const base = populationSize.map((size) => size / perDistrict)
    return surveyed({ base, stratum, psu: null, populationSize, margins: [], numbers: [] }, 'none')
  },
}

/** How readily people of a category volunteer. */
const willingness = {
  district: [1.3, 1.1, 1, 0.9, 0.8, 0.7],
  sex: [1.15, 0.85],
  age: [1.2, 1.1, 0.9, 0.7],
}

const volunteers =
  (beyond: number) =>
  (population: Population, next: () => number): Int32Array => {
    const { size, district, sex, age, interest } = population
    const chance = (person: number) =>
      willingness.district[district[person]!]! *
      willingness.sex[sex[person]!]! *
      willingness.age[age[person]!]! *
      Math.exp(beyond * interest[person]!)
    const drawn = new Int32Array(sampleSize)
    // By rejection: a person is taken with a probability in proportion to their chance, with replacement.
    const most = 8
    for (let at = 0; at < sampleSize; ) {
      const person = Math.floor(next() * size)
      if (next() * most >= chance(person)) continue
      drawn[at] = person
      at += 1
    }
    return drawn
  }

const raked = (population: Population, sample: Int32Array) => {
  const margin = (name: 'district' | 'sex' | 'age'): MarginData => {
    const targets = new Float64Array(categories[name])
    for (const own of population[name]) targets[own]! += 1
    return {
      name,
      category: sample.map((person) => population[name][person]!),
      categories: [...targets.keys()].map(String),
      targets,
    }
  }
  const base = new Float64Array(sample.length).fill(1)
  const margins = [margin('district'), margin('sex'), margin('age')]
  const stratum = new Int32Array(sample.length)
  return surveyed({ base, stratum, psu: null, populationSize: null, margins, numbers: [] }, 'rake')
}

function surveyed(frame: Frame, calibration: 'none' | 'rake'): Survey {
  const survey = surveyOf(frame, { calibration, trim: null, lonely_psu: 'fail' })
  if (survey === null) throw new Error('a category of the population is not in the sample')
  return survey
}

export const scenarios: Scenario[] = [
  stratified,
  {
    name: 'b',
    about: 'volunteers, their chance a product over the raked margins; raked on district, sex, age',
    draw: volunteers(0),
    weigh: raked,
  },
  {
    name: 'c',
    about: 'volunteers, their chance also by an interest that goes with the answers; raked as in b',
    draw: volunteers(0.25),
    weigh: raked,
  },
]
