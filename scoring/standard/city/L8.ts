import { mechanisms, practice } from '../common/innovation.ts'
import { dimension } from '../scheme.ts'

export const L8 = dimension('L8', '创新发展', 'Innovation', 5, [mechanisms('L8', 3, '27'), practice('L8', 2, '28')])
