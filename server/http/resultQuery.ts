import { z } from 'zod'

/** Which result of an evaluation is meant: the one as of now, computed with these options, or a frozen one. */
export const ResultQuery = z.object({
  version: z.coerce.number().int().min(1).optional(),
  normalizeShares: z.enum(['true', 'false']).optional(),
})
export type ResultQuery = z.infer<typeof ResultQuery>

/** The same for a file, in one language. */
export const ResultFileQuery = ResultQuery.extend({ lang: z.enum(['zh', 'en']).default('zh') })
