import type { Request } from 'express'
import type { Language } from '../../scoring/text.ts'

/** Residents' pages are Chinese and of ordinary size unless the address says otherwise. */
export const shownAs = ({ query }: Pick<Request, 'query'>): { language: Language; elder: boolean } => ({
  language: query.lang === 'en' ? 'en' : 'zh',
  elder: query.view === 'elder',
})
