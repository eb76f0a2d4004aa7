import { mechanisms, practice } from '../common/innovation.ts'
import { dimension } from '../scheme.ts'

export const L7 = dimension('L7', '创新发展', 'Innovation', 5, [mechanisms('L7', 3, 'A.18'), practice('L7', 2, 'A.19')])
