import type { SurveyDesign } from '../../../scoring/sampling/design.ts'
import type { ScoredResponse } from '../../files/rscript/fromSurvey.ts'

/** The fewest people that share everything that is published of them beside their answers. */
export const fewestAlike = 5

/** Up to this share of the respondents lose their demographics rather than everybody a variable. */
const mostBlanked = 0.01

export interface Coarsened {
  design: SurveyDesign
  responses: ScoredResponse[]
  /** Variables that are no longer told. */
  dropped: string[]
  /** Respondents whose demographics are not told. */
  blanked: number
  /** Respondents left out, for fewer than five would have been alike. */
  omitted: number
}

/**
 * Responses for everybody to see: variables are dropped, the finest first, until nearly everybody has four others in the
 * same cell with the same base weight (and so the same final weight); who still has not goes without demographics.
 */
export function coarsened(design: SurveyDesign, responses: ScoredResponse[]): Coarsened {
  let coarse: Coarsened = { design, responses, dropped: [], blanked: 0, omitted: 0 }
  for (let small = rareIn(coarse.responses); small.size > 0; small = rareIn(coarse.responses)) {
    const next = finest(coarse.design)
    const rare = coarse.responses.filter((response) => small.has(unitOf(response))).length
    if (next === undefined || rare <= mostBlanked * responses.length) return blank(coarse, small)
    coarse = without(coarse, next)
  }
  return coarse
}

const unitOf = ({ cell, baseWeight, drawn }: ScoredResponse): string => `${drawn} ${baseWeight} ${cell}`

function rareIn(responses: ScoredResponse[]): Set<string> {
  const counts = new Map<string, number>()
  for (const response of responses) counts.set(unitOf(response), (counts.get(unitOf(response)) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count < fewestAlike).map(([unit]) => unit))
}

/** The variable with the most categories; the one that tells the forms is needed to weigh the items. */
function finest({ variables, forms }: SurveyDesign): string | undefined {
  const droppable = variables.filter(({ name }) => name !== forms?.variable)
  return droppable.sort((a, b) => b.categories.length - a.categories.length)[0]?.name
}

function without({ design, responses, ...coarse }: Coarsened, name: string): Coarsened {
  const at = design.variables.findIndex((variable) => variable.name === name)
  return {
    ...coarse,
    dropped: [...coarse.dropped, name],
    design: designWithout(design, name),
    responses: responses.map((response) => ({
      ...response,
      cell: response.cell
        .split('|')
        .filter((_, index) => index !== at)
        .join('|'),
    })),
  }
}

function designWithout(design: SurveyDesign, name: string): SurveyDesign {
  const { calibration, margins, sampling, ...rest } = design
  const kept = margins
    .map(({ variables }, index) => (variables.includes(name) ? -1 : index))
    .filter((index) => index >= 0)
  const used = calibration.method === 'rake' ? calibration.margins.filter((index) => kept.includes(index)) : []
  return {
    ...rest,
    variables: design.variables.filter((variable) => variable.name !== name),
    margins: kept.flatMap((index) => margins[index] ?? []),
    calibration:
      calibration.method === 'rake' && used.length > 0
        ? { ...calibration, margins: used.map((index) => kept.indexOf(index)) }
        : { method: 'none' },
    ...(sampling && sampling.stratum !== name && { sampling }),
  }
}

function blank(coarse: Coarsened, small: Set<string>): Coarsened {
  const { design, responses } = coarse
  const nowhere = design.variables.map(() => '').join('|')
  const blanked = responses.map((response) => (small.has(unitOf(response)) ? { ...response, cell: nowhere } : response))
  const stillRare = rareIn(blanked)
  const kept = blanked.filter((response) => !stillRare.has(unitOf(response)))
  const rare = responses.filter((response) => small.has(unitOf(response))).length
  const omitted = blanked.length - kept.length
  return { ...coarse, responses: kept, blanked: rare - omitted, omitted }
}
