import type { Scheme } from '../../scoring/standard/scheme.ts'
import type { SubjectiveScore } from '../../scoring/subjective/score.ts'
import type { Text } from '../../scoring/text.ts'
import type { RegionResult } from '../../server/shapes/evaluation.ts'
import { type Html, html } from '../resident/page/html.ts'
import type { PrintedResult } from './printedResult.ts'

export type Translate = (text: Text, values?: Record<string, string | number>) => string

/** What the sections of a printed page are made from. */
export interface SectionSource extends PrintedResult {
  scheme: Scheme
  result: RegionResult
  survey: SubjectiveScore | null
  t: Translate
}

/** A section of a printed page; one without content is left out. */
export interface Section {
  title: string
  content: readonly (Html | false)[]
}

/** Sections in their order, with their headings. */
export const writtenSections = (sections: readonly Section[]): Html[] =>
  sections
    .filter(({ content }) => content.some((part) => part !== false))
    .map(({ title, content }) => html`<h2>${title}</h2>${content}`)

/** How an element of the standard is named in a table. */
export const named =
  (t: Translate) =>
  ({ id, name }: { id: string; name: Text }): string =>
    `${id} ${t(name)}`
