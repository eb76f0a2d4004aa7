import type { Scheme } from '../scheme.ts'
import { L1 } from './L1.ts'
import { L2 } from './L2.ts'
import { L3 } from './L3.ts'
import { L4 } from './L4.ts'
import { L5 } from './L5.ts'
import { L6 } from './L6.ts'
import { L7 } from './L7.ts'
import { L8 } from './L8.ts'
import { L9 } from './L9.ts'

/** Chapter 6: cities of prefecture level and above. */
export const city: Scheme = {
  id: 'city',
  name: { zh: '新型智慧城市(地级及以上)', en: 'New-type smart city (prefecture level and above)' },
  source: { zh: '第 6 章', en: 'chapter 6' },
  weightsTable: '29',
  dimensions: [L1, L2, L3, L4, L5, L6, L7, L8, L9],
}
