import type { Context } from '../context.ts'
import { csvText } from '../files/csv.ts'
import { factsCsv } from '../files/factsCsv.ts'
import { evaluationOf } from '../services/evaluations/find.ts'
import { putInput } from '../services/imports/putInput.ts'
import type { InputKind } from '../shapes/evaluation.ts'
import type { DemoFacts } from './dongzhouFacts.ts'
import { type DemoRegion, demoRegions } from './regions.ts'

/** Whom the audit names for what the demo itself puts in. */
const account = 'demo'

/** Puts the regions' data in as an evaluator would, from files; what is there already stays. */
export async function importDemoData(context: Context): Promise<void> {
  for (const region of demoRegions) {
    const { factsVersion, scoresVersion, importedSurveyScore } = await evaluationOf(context, region.code)
    const put = (kind: InputKind, file: string) =>
      putInput(context, region.code, {
        kind,
        bytes: Buffer.from(file),
        account,
        expects: (version) => version === null,
      })
    if (region.facts && factsVersion === null) await put('facts', factsFile(region.facts))
    if (region.scores && scoresVersion === null) await put('scores', scoresFile(region.scores))
    if (region.survey && importedSurveyScore === null) await put('survey-score', surveyFile(region.survey))
  }
}

export const factsFile = (facts: Record<string, DemoFacts>): string =>
  factsCsv(
    Object.entries(facts).flatMap(([indicator, values]) =>
      Object.entries(values).map(([input, value], at) => ({
        row: null,
        indicator,
        input,
        value: typeof value === 'object' ? value.join(';') : String(value),
        ...(at === 0 && evidence),
      })),
    ),
  )

const evidence = { source: '东洲市数据局（示例数据）', date: '2025-12-31' }

const scoresFile = (scores: Record<string, number>): string =>
  csvText([['indicator', 'score'], ...Object.entries(scores)])

const surveyFile = ({ score, se, kind }: NonNullable<DemoRegion['survey']>): string =>
  csvText([
    ['score', 'se', 'kind'],
    [score, se, kind],
  ])
