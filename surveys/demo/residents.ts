import { living } from '../city/living.ts'
import { services } from '../city/services.ts'
import { usages } from '../city/usages.ts'
import { surveyLocale } from '../localText.ts'
import { comments } from './comments.ts'
import { opinion, temperOf } from './opinions.ts'
import { isOld, isYoung, type Person, personOf } from './persons.ts'
import { pick } from './random.ts'

export interface MadeUp {
  answers: Record<string, unknown>
  locale: string
}

/** What a made-up resident of 东洲市 answers to the city questionnaire; the same number always answers the same. */
export function madeUpResident(number: number): MadeUp {
  const person = personOf(number)
  const used = usedBy(person)
  const ratings = ratingsOf(person, used)
  const answers = {
    consent: true,
    S1: 'yes',
    S2: person.age,
    S3: person.district,
    S4: person.sex,
    S5: used.length > 0 ? used : ['none'],
    ...ratings,
    ...overallOf(person, ratings),
    ...closingOf(person),
  }
  const given = Object.entries(answers).filter(([, answer]) => answer !== undefined)
  return {
    answers: Object.fromEntries(given),
    locale: person.random() < 0.03 ? surveyLocale.en : surveyLocale.zh,
  }
}

/** Per cent of the young, of the middle-aged and of those of 60 and over who used it. */
const use: Record<string, readonly [number, number, number]> = {
  g1: [62, 70, 28],
  g2: [30, 42, 40],
  g3: [85, 66, 70],
  g4: [34, 62, 15],
  g5: [48, 60, 84],
  g6: [38, 56, 52],
  g7: [30, 52, 12],
  g8: [44, 20, 3],
  g9: [93, 90, 48],
  g11: [8, 24, 46],
  g12: [3, 6, 24],
  g13: [12, 22, 20],
}

function usedBy(person: Person): string[] {
  const group = isYoung(person) ? 0 : isOld(person) ? 2 : 1
  return usages.map(({ code }) => code).filter((code) => person.random() * 100 < (use[code]?.[group] ?? 0))
}

type Ratings = Record<string, number | undefined>

function ratingsOf(person: Person, used: string[]): Ratings {
  const temper = temperOf(person)
  const ratings: Ratings = {}
  for (const { items } of [...services, ...living]) {
    for (const { code, usedBy: gate } of items) {
      if (!gate || gate.some((one) => used.includes(one))) ratings[code] = opinion(code, person, temper)
    }
  }
  ratings.O1 = opinion('O1', person, temper)
  return ratings
}

function overallOf(person: Person, { O1: overall, ...ratings }: Ratings) {
  const { random } = person
  const low = Object.values(ratings).some((code) => code !== undefined && code < 3)
  return {
    AC1: random() < 0.05 ? undefined : random() < 0.95 ? 4 : 5,
    O2: pick(random, changes[overall !== undefined && overall < 3 ? 'dissatisfied' : 'others']),
    O3: wishes(person),
    R1: low && random() < 0.8 ? pick(random, reasons) : undefined,
  }
}

const changes = {
  dissatisfied: [
    ['better', 20],
    ['same', 50],
    ['worse', 25],
    ['cannot-say', 5],
  ],
  others: [
    ['better', 58],
    ['same', 34],
    ['worse', 4],
    ['cannot-say', 4],
  ],
} as const

const reasons = [
  ['hard', 24],
  ['slow', 26],
  ['wrong', 18],
  ['missing', 16],
  ['attitude', 5],
  ['unsolved', 11],
] as const

const hopes = [
  ['D2', 22],
  ['D3', 26],
  ['D4', 14],
  ['D6', 12],
  ['D7', 10],
  ['D8', 8],
  ['D1', 8],
  ['D9', 6],
  ['D10', 6],
  ['D5', 4],
] as const

/** Up to three different ones. */
function wishes({ random }: Person): string[] | undefined {
  const chosen = new Set<string>()
  const wanted = Math.floor(random() * 4)
  for (let tries = 0; tries < wanted; tries++) chosen.add(pick(random, hopes))
  return chosen.size > 0 ? [...chosen] : undefined
}

function closingOf(person: Person) {
  const { random } = person
  const old = isOld(person)
  const answered = random() < 0.9
  const comment =
    random() < 0.07
      ? pick(
          random,
          comments.map((one) => [one, 1] as const),
        )
      : undefined
  if (!answered) return { W1: comment }
  return {
    P1: pick(random, old ? educationOld : education),
    P2: pick(random, [
      ['local', 58],
      ['elsewhere', 38],
      ['undisclosed', 4],
    ] as const),
    P3: pick(random, [
      ['under-1', 6],
      ['1-5', 24],
      ['over-5', 68],
      ['undisclosed', 2],
    ] as const),
    P4: old ? pick(random, occupationOld) : person.age === '16-17' ? 'student' : pick(random, occupation),
    P5: pick(random, [
      ['urban', 88 - 40 * person.rim],
      ['town', 9 + 20 * person.rim],
      ['village', 3 + 20 * person.rim],
    ] as const),
    P6: random() < (old ? 0.25 : 0.01) ? 'helped' : 'self',
    W1: comment,
  }
}

const education = [
  ['primary', 2],
  ['junior', 14],
  ['senior', 22],
  ['college', 24],
  ['university', 36],
  ['undisclosed', 2],
] as const
const educationOld = [
  ['primary', 22],
  ['junior', 38],
  ['senior', 24],
  ['college', 9],
  ['university', 5],
  ['undisclosed', 2],
] as const
const occupation = [
  ['public', 13],
  ['company', 46],
  ['self', 21],
  ['farming', 3],
  ['student', 10],
  ['other', 6],
  ['undisclosed', 1],
] as const
const occupationOld = [
  ['retired', 84],
  ['self', 6],
  ['farming', 6],
  ['other', 4],
] as const
