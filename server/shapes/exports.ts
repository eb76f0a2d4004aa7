import { z } from 'zod'

/** A name that whoever asks for an export makes up, to ask meanwhile how far it is. */
export const ExportQuery = z.object({
  ticket: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .optional(),
})

/** `GET /api/surveys/{survey}/exports/{ticket}` */
export interface ExportProgress {
  state: 'running' | 'done' | 'failed'
  rows: number
  /** null until it is known. */
  of: number | null
}
