import { city } from './city/index.ts'
import { county } from './county/index.ts'
import type { Scheme, SchemeId } from './scheme.ts'

export const schemes: Record<SchemeId, Scheme> = { city, county }
