import type { SurveyDesign } from '../../../scoring/sampling/design.ts'
import type { Calibration } from '../../../scoring/sampling/tally/calibrate.ts'
import type { CsvValue } from '../../files/csv.ts'

/**
 * The margins that the weights were raked to, as `tiyan estimate` and R take them: `variable,category,count`.
 * They are read as shares of one total, so all counts are brought to it; a category that nobody answered for has no
 * row, as its share went to the others.
 */
export function populationRows({ calibration }: SurveyDesign, { margins }: Pick<Calibration, 'margins'>): CsvValue[][] {
  const total = calibration.method === 'rake' ? calibration.populationTotal : 0
  return [
    ['variable', 'category', 'count'],
    ...margins.flatMap(({ margin, shares, respondents }) =>
      margin.counts.flatMap(({ categories }, at) =>
        (respondents[at] ?? 0) > 0
          ? [[margin.variables.join(':'), categories.join(':'), (shares[at] ?? 0) * total]]
          : [],
      ),
    ),
  ]
}
