import type { SurveyDesign, Variable } from '../../scoring/sampling/design.ts'
import { city } from '../city/subject.ts'
import { county } from '../county/subject.ts'
import { bothForms, designOfForms } from './both.ts'
import { fullForm } from './full.ts'
import { shortForm } from './short.ts'
import type { Part, Subject } from './subject.ts'
import { ageBands, partsVariable, placeTypes, sexes } from './variables.ts'

/** The shipped forms: in full, short, short to be read aloud, or full and short in one. */
export const formKinds = ['full', 'short', 'aloud', 'both'] as const
export type FormKind = (typeof formKinds)[number]

const makers: Record<FormKind, (subject: Subject, parts: Part[]) => Record<string, unknown>> = {
  full: fullForm,
  short: shortForm,
  aloud: (subject, parts) => shortForm(subject, parts, { readAloud: true }),
  both: bothForms,
}

/** A questionnaire for one's own region, and what its screening gives to a survey's design. */
export interface Tailored extends Pick<SurveyDesign, 'forms'> {
  questionnaire: Record<string, unknown>
  variables: Variable[]
}

/** The shipped questionnaire of a scheme for a region with these parts. */
export function tailored({
  scheme,
  form,
  parts,
}: {
  scheme: Subject['scheme']
  form: FormKind
  parts: Part[]
}): Tailored {
  const subject = scheme === 'city' ? city : county
  const variables = [sexes, ageBands, partsVariable(subject, parts), ...(subject.screensPlaceType ? [placeTypes] : [])]
  const questionnaire = makers[form](subject, parts)
  if (form !== 'both') return { questionnaire, variables }
  const { variable, forms } = designOfForms(subject)
  return { questionnaire, variables: [...variables, variable], forms }
}
