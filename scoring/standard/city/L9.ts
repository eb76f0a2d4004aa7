import { survey } from '../scheme.ts'

export const L9 = survey('L9', 40)
