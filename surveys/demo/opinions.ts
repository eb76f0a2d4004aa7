import { missingCodes } from '../../scoring/subjective/key.ts'
import { isOld, isYoung, type Person } from './persons.ts'
import { bell } from './random.ts'

/** What is made up of an item: how well it is liked by the young centre, and how others differ from that. */
interface Liking {
  level: number
  /** Added for 60 and over. */
  old: number
  /** Added at the rim of the city, in proportion further in. */
  rim: number
  /** Per cent who know nothing of it or have not used it. */
  unknown: number
}

const liking = (level: number, old: number, rim: number, unknown = 4): Liking => ({ level, old, rim, unknown })

const likings: Record<string, Liking> = {
  A1: liking(4.1, -0.7, -0.2),
  A2: liking(3.8, 0.1, -0.3),
  B1: liking(4.0, -0.3, -0.6),
  B2: liking(3.2, -0.6, 0.3, 8),
  B3: liking(2.9, -0.1, 0.5, 2),
  C1: liking(3.8, -0.8, -0.5),
  C2: liking(3.2, -0.4, -0.2, 14),
  D1a: liking(3.9, -0.6, -0.2, 5),
  D2a: liking(3.7, -0.3, -0.4, 9),
  D3a: liking(3.2, -0.3, -0.2, 16),
  E1: liking(4.3, -0.6, -0.1, 2),
  E2: liking(3.7, -0.6, -0.3, 12),
  F1: liking(3.4, -0.5, -0.5, 9),
  F2: liking(3.1, -0.8, -0.3, 22),
  F3: liking(3.4, -0.6, -0.1, 12),
  G1: liking(3.8, -0.1, -0.5, 3),
  G2: liking(3.5, -0.2, -0.3, 5),
  G3: liking(4.2, -0.1, -0.2, 1),
  G4: liking(4.2, -0.4, -0.1, 3),
  G5: liking(3.5, -0.2, -0.1, 5),
  G6: liking(3.7, 0.1, -0.4, 13),
  H1: liking(3.6, -0.2, 0.4, 1),
  H2: liking(3.9, -0.2, -0.4, 2),
  I1: liking(4.0, -0.4, -0.5, 2),
  I2: liking(4.2, -0.3, -0.3, 4),
  I3: liking(3.6, -0.7, -0.2, 15),
  I4: liking(3.5, -0.4, -0.2, 8),
  I5: liking(3.2, -0.3, 0, 12),
  J1: liking(3.5, -0.6, -0.5, 18),
  J2: liking(3.3, -0.2, -0.3, 21),
  J3: liking(3.8, -0.6, -0.3, 10),
  O1: liking(3.9, -0.5, -0.3, 2),
}

/** How a person judges everything: some are content people, some are not. */
export const temperOf = ({ sex, random }: Person): number => 0.5 * bell(random) + (sex === 'female' ? 0.08 : -0.06)

/** The answer to an item: a code of the scale or 98, undefined where it is left out. */
export function opinion(item: string, person: Person, temper: number): number | undefined {
  const { level, old, rim, unknown } = likings[item] ?? liking(3.5, 0, 0)
  const { random } = person
  if (random() < 0.012) return undefined
  const stranger = isOld(person) ? 1.5 : 1
  if (random() * 100 < unknown * stranger) return missingCodes.dontKnow
  const view =
    level + (isOld(person) ? old : isYoung(person) ? 0.1 : 0) + rim * person.rim + temper + 0.75 * bell(random)
  return Math.min(5, Math.max(1, Math.round(view)))
}
