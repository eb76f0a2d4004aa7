import type { Context } from '../context.ts'
import { evaluationOf } from '../services/evaluations/find.ts'
import { putInput } from '../services/imports/putInput.ts'
import { type DemoRegion, demoRegions } from './regions.ts'

/** Whom the audit names for what the demo itself puts in. */
const account = 'demo'

/** Puts the regions' scores in as an evaluator would, from files; what is there already stays. */
export async function importDemoData(context: Context): Promise<void> {
  for (const region of demoRegions) {
    const { scoresVersion, importedSurveyScore } = await evaluationOf(context, region.code)
    const expects = (version: number | null) => version === null
    if (scoresVersion === null) {
      await putInput(context, region.code, { kind: 'scores', bytes: scoresFile(region), account, expects })
    }
    if (region.survey && importedSurveyScore === null) {
      await putInput(context, region.code, {
        kind: 'survey-score',
        bytes: surveyFile(region.code, region.survey),
        account,
        expects,
      })
    }
  }
}

const csv = (lines: (string | number)[][]) => Buffer.from(lines.map((line) => `${line.join(',')}\n`).join(''))

const scoresFile = ({ scores }: DemoRegion) => csv([['indicator', 'score'], ...Object.entries(scores)])

const surveyFile = (code: string, { score, se, kind }: NonNullable<DemoRegion['survey']>) =>
  csv([
    ['region', 'score', 'se', 'kind'],
    [code, score, se, kind],
  ])
