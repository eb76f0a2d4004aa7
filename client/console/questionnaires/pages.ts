import { formOf } from '../../../surveys/answers/form.ts'

/**
 * The names of a questionnaire's pages, in order.
 * @throws {NotCheckable} where it cannot be shown as a form
 */
export const shownPages = (questionnaire: Record<string, unknown>): string[] =>
  formOf(questionnaire).pages.map(({ name }) => name)

/** What a preview is made of. */
export interface Shown {
  questionnaire: Record<string, unknown>
  /** Name of the page. */
  page: string
  language: 'zh' | 'en'
  title: string
  place: string
}

/** The nonce that styles of this page need; a framed document of its own has the same rules. */
export const pageNonce = (): string => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
