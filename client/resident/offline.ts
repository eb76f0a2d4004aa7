/** What a page asks its service worker to keep: addresses of pages and data, and of scripts. */
export interface ToKeep {
  pages: string[]
  scripts: string[]
}

/**
 * Under which address a page of residents, or the questionnaire, is kept; undefined for everything else.
 * Pages reached with a code are not kept: the code would stay on the device.
 */
export function pageKey({ pathname, searchParams }: URL): string | undefined {
  if (/^\/api\/surveys\/[^/]+$/.test(pathname)) return pathname
  if (!/^\/s\/[^/]+$/.test(pathname)) return undefined
  if (['i', 'p', 'e', 'h'].some((code) => searchParams.has(code))) return undefined
  return addressOf(pathname, searchParams.get('lang') === 'en', searchParams.get('view') === 'elder')
}

export const addressOf = (path: string, english: boolean, elder: boolean): string =>
  `${path}?lang=${english ? 'en' : 'zh'}${elder ? '&view=elder' : ''}`

/** Everything that shows a survey in both languages and both sizes. */
export const pagesOf = (survey: string): string[] => {
  const name = encodeURIComponent(survey)
  const looks = [false, true].flatMap((english) =>
    [false, true].map((elder) => addressOf(`/s/${name}`, english, elder)),
  )
  return [...looks, `/api/surveys/${name}`]
}
