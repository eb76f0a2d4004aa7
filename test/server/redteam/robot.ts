import { randomUUID } from 'node:crypto'
import { randomFrom } from '../../../surveys/demo/random.ts'

/** What a public auto-answer tool lets its user choose. */
interface Wishes {
  /** The opinion that all of it shall add up to, 1–5. */
  mean: number
  /** Cronbach's alpha of the ratings. */
  alpha: number
  /** Whether it waits as long as a person would. */
  patient: boolean
}

const items = Array.from({ length: 12 }, (_, at) => `Q${at + 1}`)

/** The questionnaire that is attacked: who you are, twelve ratings, an attention check among them. */
export const questionnaire = {
  title: { 'zh-cn': '小镇调查', en: 'Town survey' },
  pages: [
    {
      name: 'screening',
      elements: [
        { type: 'boolean', name: 'consent', isRequired: true },
        { type: 'radiogroup', name: 'S1', isRequired: true, screening: true, choices: ['yes', 'no'] },
        { type: 'radiogroup', name: 'S4', screening: true, choices: ['female', 'male', 'undisclosed'] },
      ],
    },
    {
      name: 'ratings',
      elements: [
        ...items.map((name) => ({
          type: 'radiogroup',
          name,
          dimension: 'D1',
          indicator: 'L1P1',
          choices: [1, 2, 3, 4, 5, 98],
        })),
        { type: 'radiogroup', name: 'check', choices: [1, 2, 3, 4, 5], attention: 2 },
      ],
    },
  ],
}

/** Made-up people, the same for the same seed: random demographics, ratings that hang together as much as is wished. */
export function robot(seed: number, { mean, alpha, patient }: Wishes) {
  const random = randomFrom(seed)
  // Of k items of equal variance alpha is k r / (1 + (k − 1) r).
  const k = items.length
  const correlation = alpha / (k - alpha * (k - 1))
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return {
    address: () => `${1 + Math.floor(random() * 222)}.${Math.floor(random() * 256)}.${Math.floor(random() * 256)}.7`,
    body: () => {
      const opinion = normal()
      const rate = () => {
        const drawn = mean + Math.sqrt(correlation) * opinion + Math.sqrt(1 - correlation) * normal()
        return Math.min(5, Math.max(1, Math.round(drawn)))
      }
      const seconds = patient ? 4 + 4 * random() : 0.2 + 0.1 * random()
      return {
        id: randomUUID(),
        answers: {
          consent: true,
          S1: 'yes',
          S4: random() < 0.5 ? 'female' : 'male',
          ...Object.fromEntries(items.map((name) => [name, rate()])),
          check: patient ? 2 : rate(),
        },
        timings: Object.fromEntries(items.map((name) => [name, Math.round(1000 * seconds * (0.5 + random()))])),
      }
    },
  }
}
