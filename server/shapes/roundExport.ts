import { z } from 'zod'

export const roundExportFiles = ['csv', 'json', 'xlsx', 'docx', 'print', 'brief', 'evidence', 'public', 'full'] as const
export type RoundExportFile = (typeof roundExportFiles)[number]

/** What `POST /api/rounds/{round}/exports` takes. */
export const NewRoundExport = z.object({
  lang: z.enum(['zh', 'en']).default('zh'),
  /** Files of each region; `full` holds the responses of single persons. */
  files: z.array(z.enum(roundExportFiles)).min(1).default(['csv', 'json', 'xlsx', 'docx', 'public']),
})
export type NewRoundExport = z.infer<typeof NewRoundExport>

/** The exports of all regions of a round, made one after the other: `GET /api/rounds/{round}/exports`, the newest first. */
export interface RoundExport {
  id: string
  state: 'running' | 'done' | 'failed'
  askedBy: string
  askedAt: string
  /** Regions that are finished, and all of them. */
  done: number
  total: number
  lang: 'zh' | 'en'
  files: RoundExportFile[]
}
