import { ask } from '../api.ts'
import { newResponseId } from '../responseId.ts'

export type Progress = 'opened' | 'consented' | 'started' | 'page' | 'finished'

/** A number for this opening of the page; it is in no response and on no device. */
const visit = newResponseId()
const told = new Set<string>()

/** Tells how far people come, never an answer; once for each page. Nothing depends on whether it arrives. */
export function tellProgress(survey: string, event: Progress, page: number): void {
  const key = `${event} ${page}`
  if (told.has(key)) return
  told.add(key)
  void ask('POST', `/api/surveys/${encodeURIComponent(survey)}/progress`, { visit, page, event })
}
