import { pagesOf } from '../../../surveys/answers/json.ts'
import { textOf } from '../../../surveys/answers/text.ts'
import type { Visits } from '../../shapes/watching.ts'
import type { Store } from '../../store/database.ts'
import { openingsOf } from '../../store/openings.ts'
import { progressOf } from '../../store/progress.ts'
import type { Published } from '../published.ts'

/** The funnel from opening to acceptance, and the page on which each visit ended that did not finish. */
export async function visitsOf(db: Store, survey: Published, accepted: number): Promise<Visits> {
  const rows = await progressOf(db, survey)
  const all = (event: string) => rows.filter((row) => row.event === event).reduce((sum, { count }) => sum + count, 0)
  const reached = new Map(rows.filter(({ event }) => event === 'page').map(({ page, count }) => [page, count]))
  const finished = all('finished')
  const pages = pagesOf(survey.questionnaire).map((json, at) => ({
    page: at + 1,
    title: textOf(json.title ?? json.name),
    reached: reached.get(at + 1) ?? 0,
  }))
  return {
    ...{ opened: all('opened'), consented: all('consented'), started: all('started'), finished, accepted },
    devices: (await openingsOf(db, survey)).map(({ device, count }) => ({ device, opened: count })),
    pages: pages.map((page, at) => {
      // A page that is skipped on the way is no end: whoever came to any later page went on.
      const later = Math.max(finished, ...pages.slice(at + 1).map(({ reached }) => reached))
      return { ...page, left: Math.max(0, page.reached - later) }
    }),
  }
}
