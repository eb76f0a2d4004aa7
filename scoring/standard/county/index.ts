import type { Scheme } from '../scheme.ts'
import { L1 } from './L1.ts'
import { L2 } from './L2.ts'
import { L3 } from './L3.ts'
import { L4 } from './L4.ts'
import { L5 } from './L5.ts'
import { L6 } from './L6.ts'
import { L7 } from './L7.ts'
import { L8 } from './L8.ts'

/** Annex A: counties and county-level cities. */
export const county: Scheme = {
  id: 'county',
  name: { zh: '县域新型智慧城市(县及县级市)', en: 'New-type smart county (counties and county-level cities)' },
  source: { zh: '附录 A(资料性)', en: 'annex A (informative)' },
  weightsTable: 'A.20',
  dimensions: [L1, L2, L3, L4, L5, L6, L7, L8],
}
