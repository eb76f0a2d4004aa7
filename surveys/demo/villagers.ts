import { county } from '../county/subject.ts'
import { surveyLocale } from '../localText.ts'
import { towns } from './county.ts'
import { opinion, temperOf } from './opinions.ts'
import type { Person } from './persons.ts'
import { pick, randomFrom } from './random.ts'
import type { MadeUp } from './residents.ts'

const seed = 140_422

/** In what kind of place people of the seat's subdistrict, of a town and of a township live, in per cent. */
const places = {
  seat: [
    ['seat', 92],
    ['town', 2],
    ['village', 6],
  ],
  others: [
    ['seat', 4],
    ['town', 36],
    ['village', 60],
  ],
} as const

const ages = [
  ['16-17', 3],
  ['18-29', 22],
  ['30-44', 32],
  ['45-59', 26],
  ['60-64', 8],
  ['65-74', 7],
  ['75+', 2],
] as const

/** Per cent who used it. */
const use: Record<string, number> = { g1: 55, g2: 48, g5: 70, g7: 44, g13: 18, g14: 46 }

/** What a made-up resident of 青原县 answers to the county questionnaire; the same number always answers the same. */
export function madeUpVillager(number: number): MadeUp {
  const random = randomFrom(seed + 7919 * (number + 1))
  const at = pick(
    random,
    towns.map(({ residents }, index) => [index, residents] as const),
  )
  const person: Person = {
    district: towns[at]?.code ?? '',
    age: pick(random, ages),
    sex: random() < 0.52 ? 'female' : 'male',
    rim: at / (towns.length - 1),
    random,
  }
  const used = county.usages.map(({ code }) => code).filter((code) => random() * 100 < (use[code] ?? 0))
  const temper = temperOf(person)
  const ratings = county.dimensions
    .flatMap(({ items }) => items)
    .filter(({ usedBy }) => !usedBy || usedBy.some((one) => used.includes(one)))
    .map(({ code }) => [code, opinion(code, person, temper)] as const)
  const answers = [
    ['consent', true],
    ['S1', 'yes'],
    ['S2', person.age],
    ['S3', person.district],
    ['S4', person.sex],
    ['S6', pick(random, at === 0 ? places.seat : places.others)],
    ['S5', used.length > 0 ? used : ['none']],
    ...ratings,
    ['AC1', random() < 0.95 ? 4 : 5],
    ['O1', opinion('O1', person, temper)],
  ] as const
  return { answers: Object.fromEntries(answers.filter(([, answer]) => answer !== undefined)), locale: surveyLocale.zh }
}
