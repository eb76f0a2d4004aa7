import { education } from '../common/education.ts'
import { dimension } from '../scheme.ts'
import { L1P1, L1P2, L1P3 } from './L1P1-L1P3.ts'
import { L1P4, L1P6, L1P7 } from './L1P4-L1P7.ts'
import { L1P8, L1P9, L1P10 } from './L1P8-L1P10.ts'

const L1P5 = education('L1P5', 2, '5')

export const L1 = dimension('L1', '惠民服务', 'Public services', 24, [
  L1P1,
  L1P2,
  L1P3,
  L1P4,
  L1P5,
  L1P6,
  L1P7,
  L1P8,
  L1P9,
  L1P10,
])
