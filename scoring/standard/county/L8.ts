import { survey } from '../scheme.ts'

export const L8 = survey('L8', 40, { rulings: ['R62'], printedId: 'L9P1' })
