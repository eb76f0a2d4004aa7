import { type Departments, departmentsOf } from '../../../scoring/analysis/departments.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { Context } from '../../context.ts'
import { evidenceByItem } from '../../files/evidence.ts'
import type { ResultBackground } from '../../files/results/resultBook.ts'
import type { EvaluationSummary } from '../../shapes/evaluation.ts'
import { findPublished } from '../published.ts'
import { enteredDepartments } from './regions.ts'

/** Which department answers for what in an evaluation: as entered for its region, else as noted with its facts. */
export async function departmentsFor(
  context: Context,
  { region, scheme, survey }: EvaluationSummary,
  facts: ResultBackground['facts'],
): Promise<Departments> {
  const entered = await enteredDepartments(context, region.code)
  const noted = evidenceByItem(facts)
  const published = survey === null ? undefined : await findPublished(context, survey)
  const codes = published?.key.dimensions.map(({ code }) => code) ?? []
  return departmentsOf(schemes[scheme], entered, (item) => noted.get(item)?.source, codes)
}
