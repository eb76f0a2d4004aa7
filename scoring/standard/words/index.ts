import type { Kind } from '../formula.ts'
import { Each } from './each.ts'
import { Gate } from './gate.ts'
import { HowMany } from './howMany.ts'
import { Hundredfold } from './hundredfold.ts'
import { Part } from './part.ts'
import { Points } from './points.ts'
import { Ratio } from './ratio.ts'
import { Share } from './share.ts'
import { Sum } from './sum.ts'
import { Tiers } from './tiers.ts'
import { UpTo } from './upTo.ts'
import { Weighted } from './weighted.ts'

export type Composed =
  | Each
  | Gate
  | HowMany
  | Hundredfold
  | Part
  | Points
  | Ratio
  | Share
  | Sum
  | Tiers
  | UpTo
  | Weighted

/** The vocabulary. A word left out of this table, or one that lacks a reading, does not compile. */
export const kinds: { [K in Composed['kind']]: Kind<Extract<Composed, { kind: K }>> } = {
  each: Each,
  gate: Gate,
  howMany: HowMany,
  hundredfold: Hundredfold,
  part: Part,
  points: Points,
  ratio: Ratio,
  share: Share,
  sum: Sum,
  tiers: Tiers,
  upTo: UpTo,
  weighted: Weighted,
}
