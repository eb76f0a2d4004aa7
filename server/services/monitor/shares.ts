import type { SurveyDesign, Variable } from '../../../scoring/sampling/design.ts'
import type { Tally } from '../../../scoring/sampling/tally/tally.ts'
import type { Context } from '../../context.ts'
import type { VariableShares } from '../../shapes/monitor.ts'
import type { Published } from '../published.ts'
import { tallyFor } from '../tally/live.ts'

/** Who answered beside who lives there, for every variable that a margin speaks of. */
export function sampleShares(
  { variables, margins }: Pick<SurveyDesign, 'variables' | 'margins'>,
  tally: Tally,
): VariableShares[] {
  return variables.flatMap((variable, at) => {
    const population = populationBy(variable, margins)
    return population ? [sharesOf(variable, respondentsBy(tally, at), population)] : []
  })
}

/** The same of everybody who is in a survey's score as of now. */
export async function presentShares(context: Context, survey: Published): Promise<VariableShares[]> {
  const { tally } = await tallyFor(context, survey)
  return sampleShares(survey.design, tally)
}

function sharesOf({ name, label, categories }: Variable, sample: Counts, population: Counts): VariableShares {
  const known = sum(categories.map(({ code }) => sample.get(code) ?? 0))
  const people = sum(categories.map(({ code }) => population.get(code) ?? 0))
  return {
    variable: name,
    label,
    categories: categories.map(({ code, label }) => {
      const own = sample.get(code) ?? 0
      const sampleShare = known > 0 ? own / known : 0
      const populationShare = people > 0 ? (population.get(code) ?? 0) / people : 0
      return {
        code,
        label,
        sample: own,
        sampleShare,
        populationShare,
        ratio: own > 0 ? populationShare / sampleShare : null,
      }
    }),
    withoutValue: sample.get('') ?? 0,
  }
}

type Counts = ReadonlyMap<string, number>

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)

/** Respondents by category of the variable at this place of a cell; '' where no value is known. */
function respondentsBy({ cells }: Tally, at: number): Counts {
  const counts = new Map<string, number>()
  for (const [cell, weights] of cells) {
    const code = cell.split('|')[at] ?? ''
    for (const [respondents = 0] of weights.values()) counts.set(code, (counts.get(code) ?? 0) + respondents)
  }
  return counts
}

/** Population by category: from the variable's own margin, else added up over one that crosses it with others. */
function populationBy({ name }: Variable, margins: SurveyDesign['margins']): Counts | undefined {
  const speaking = margins.filter(({ variables }) => variables.includes(name))
  const margin = speaking.find(({ variables }) => variables.length === 1) ?? speaking[0]
  if (!margin) return undefined
  const at = margin.variables.indexOf(name)
  const counts = new Map<string, number>()
  for (const { categories, count } of margin.counts) {
    const code = categories[at] ?? ''
    counts.set(code, (counts.get(code) ?? 0) + count)
  }
  return counts
}
