import type { Role } from '../shapes/session.ts'

/** Who sees evaluations and their results: all but administrators, who run accounts and see no data. */
export const resultReaders = ['fieldwork', 'reporter', 'evaluator', 'publisher', 'viewer'] as const satisfies Role[]

/** Who puts in a region's data. */
export const dataProviders = ['reporter', 'evaluator'] as const satisfies Role[]

/** Who takes the responses of single persons out of the house, de-identified. */
export const microdataReaders = ['fieldwork', 'evaluator'] as const satisfies Role[]
