import { checkDesign } from './checkDesign.ts'
import { type EstimateDesign, readDesignFile } from './designFile.ts'
import { type InputProblem, type ProblemList, problemList } from './problem.ts'
import { type Input, readInput } from './readInput.ts'
import { readMultipliers } from './readMultipliers.ts'
import type { Table } from './table.ts'

/** What `estimate` reads. */
export interface Files {
  /** The parsed design.json. */
  design: unknown
  responses: Table
  /** null: none, as where nothing is calibrated. */
  population: Table | null
  /** Replicate multipliers of the base weights; null: no bootstrap. */
  multipliers: Table | null
}

/** Reads and checks all files; every problem of them where there is one. */
export function readFiles({
  design: raw,
  responses,
  population,
  multipliers,
}: Files): { input: Input; multipliers: Float64Array[] | null } | { problems: InputProblem[] } {
  const problems = problemList()
  const design = readDesignFile(raw, problems)
  if (design === null) return { problems: problems.all() }
  checkDesign(design, problems)
  const input = readInput(design, responses, population, problems)
  const replicates = multipliers === null ? null : readMultipliers(multipliers, responses, problems)
  if (input !== null) checkContrasts(design, input, problems)
  return problems.any || input === null ? { problems: problems.all() } : { input, multipliers: replicates }
}

function checkContrasts({ contrasts }: EstimateDesign, { domains }: Input, problems: ProblemList) {
  contrasts.forEach(({ domain, ...sides }, index) => {
    const { labels } = domains.get(domain)!
    for (const side of ['a', 'b'] as const) {
      if (labels.includes(sides[side])) continue
      const known = labels.slice(0, 20)
      problems.add({
        file: 'design',
        code: 'unknown-category',
        column: `contrasts.${index}.${side}`,
        text: {
          zh: `答卷的 ${domain} 列中没有类别“${sides[side]}”。现有：${known.join('、')}`,
          en: `no response has the category “${sides[side]}” of ${domain}; there are: ${known.join(', ')}`,
        },
      })
    }
  })
}
