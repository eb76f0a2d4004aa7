import { createHash } from 'node:crypto'
import { z } from 'zod'

const Hashed = z.object({ sha256: z.string(), bytes: z.int().nonnegative() })

/** What a package says of itself: what it is, who made it, and the hash of every other file in it. */
export const Manifest = z.object({
  format: z.literal('tiyan-result-1'),
  kind: z.enum(['full', 'public']),
  standard: z.string(),
  evaluation: z.object({ id: z.string(), round: z.string(), region: z.string(), scheme: z.enum(['city', 'county']) }),
  /** Of the frozen result; null where the package was made of the result as it was then. */
  version: z.int().nullable(),
  madeUp: z.boolean(),
  program: z.object({ name: z.string(), version: z.string() }),
  /** Of a public package: SHA-256 of the manifest of the full one. */
  full: z.string().nullable(),
  files: z.record(z.string(), Hashed),
})
export type Manifest = z.infer<typeof Manifest>

export const manifestName = 'manifest.json'

export const hashed = (bytes: Buffer): z.infer<typeof Hashed> => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
})
