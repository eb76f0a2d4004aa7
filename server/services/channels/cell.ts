import { cellOf, type SurveyDesign } from '../../../scoring/sampling/design.ts'

/** The cell of a respondent; the frame knows the stratum better than the answers do. */
export function cellWith(design: SurveyDesign, answers: Record<string, unknown>, stratum: string): string {
  const cell = cellOf(design, answers)
  const at = design.variables.findIndex(({ name }) => name === design.sampling?.stratum)
  if (stratum === '' || at < 0) return cell
  return cell
    .split('|')
    .map((category, index) => (index === at ? stratum : category))
    .join('|')
}
