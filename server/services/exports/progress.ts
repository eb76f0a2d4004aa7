import { Problem } from '../../http/problem.ts'
import type { ExportProgress } from '../../shapes/exports.ts'

/** How an export tells how far it is. */
export interface Exporting {
  /** How many rows there will be. */
  begin: (of: number) => void
  advance: (rows: number) => void
}

export const unwatched: Exporting = { begin: () => {}, advance: () => {} }

const mostKept = 200
const exports = new Map<string, ExportProgress>()
const nameOf = (survey: string, ticket: string) => `${survey} ${ticket}`

/** Watches an export under a name that its asker made up; it ends as done or failed with the stream it is sent by. */
export function watchedExport(survey: string, ticket: string): Exporting & { end: (failed: boolean) => void } {
  const progress: ExportProgress = { state: 'running', rows: 0, of: null }
  exports.set(nameOf(survey, ticket), progress)
  // The oldest first: a map keeps the order.
  for (const name of exports.keys()) if (exports.size > mostKept) exports.delete(name)
  return {
    begin: (of) => {
      progress.of = of
    },
    advance: (rows) => {
      progress.rows += rows
    },
    end: (failed) => {
      progress.state = failed ? 'failed' : 'done'
    },
  }
}

/** How far an export of this server is. @throws {Problem} `not-found` */
export function exportProgress(survey: string, ticket: string): ExportProgress {
  const found = exports.get(nameOf(survey, ticket))
  if (!found) throw new Problem('not-found')
  return found
}
