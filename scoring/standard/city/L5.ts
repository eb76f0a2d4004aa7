import { opening } from '../common/opening.ts'
import { dimension } from '../scheme.ts'

export const L5 = dimension('L5', '信息资源', 'Information resources', 6, [opening('L5', 6, '21')])
