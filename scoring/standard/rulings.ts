import type { Text } from '../text.ts'
import { city } from './rulings/city.ts'
import { cityLater } from './rulings/cityLater.ts'
import { county } from './rulings/county.ts'
import { general } from './rulings/general.ts'

const all = { ...general, ...city, ...cityLater, ...county }

export type RulingId = keyof typeof all

/** Numbered readings of passages that the standard leaves unclear (口径), as they are shown beside an item. */
export const rulings: Record<RulingId, Text> = all
