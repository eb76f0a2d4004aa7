import { schemes } from '../../../scoring/standard/schemes.ts'
import { disclosureOf, intervalName } from '../../../scoring/subjective/disclosure.ts'
import type { Text } from '../../../scoring/text.ts'
import type { Context } from '../../context.ts'
import type { Fieldwork } from '../../files/results/resultBook.ts'
import { Problem } from '../../http/problem.ts'
import type { FrozenResult, RegionResult } from '../../shapes/evaluation.ts'
import type { OpenLine, OpenResult } from '../../shapes/openResult.ts'
import { findOpenResult } from '../../store/openResults.ts'
import { evaluationOf } from '../evaluations/find.ts'
import { backgroundOf } from '../results/background.ts'
import { frozenResult } from '../results/frozen.ts'
import { versionsOf } from '../results/versions.ts'

/** Figures of fewer respondents are nobody's business. */
const fewestShown = 30

const kept = new WeakMap<Context['changes'], Map<string, OpenResult>>()

/**
 * The published result of an evaluation that shows it to everybody. What is published never changes: it is made once.
 * @throws {Problem} `not-found` also where it is not shown to everybody
 */
export async function openResultOf(context: Context, id: string): Promise<OpenResult> {
  if (!(await findOpenResult(context.db, id))) throw new Problem('not-found')
  const { publishedVersion } = await evaluationOf(context, id)
  if (publishedVersion === null) throw new Problem('not-found')
  const known = kept.get(context.changes) ?? new Map<string, OpenResult>()
  kept.set(context.changes, known)
  const before = known.get(id)
  if (before?.version === publishedVersion) return before
  const made = await make(context, id, publishedVersion)
  known.set(id, made)
  return made
}

async function make(context: Context, id: string, version: number): Promise<OpenResult> {
  const evaluation = await evaluationOf(context, id)
  const frozen = await frozenResult(context.db, id, version)
  const own = (await versionsOf(context, id)).find((one) => one.version === version)
  const { fieldwork } = await backgroundOf(context, evaluation, version)
  const [outcome] = frozen.regions
  if (!outcome?.result) throw new Problem('not-found')
  const kind = outcome.result.uncertainty?.subjective.kind ?? 'model'
  return {
    evaluation: id,
    ...{ region: evaluation.region, roundName: evaluation.roundName, scheme: frozen.scheme },
    ...{ standard: frozen.standard, madeUp: frozen.madeUp, version, contentHash: frozen.contentHash },
    publishedAt: own?.published?.at ?? frozen.frozenAt,
    correction: own?.reason ?? null,
    intervalName: intervalName[kind],
    lines: [
      ...scoreLines(frozen, outcome.result),
      ...(outcome.survey?.dimensions ?? []).map(
        ({ code, label, ...own }): OpenLine => line('survey-dimension', code, label, own, own.n < fewestShown),
      ),
      ...groupLines(fieldwork),
    ],
    method: methodOf(outcome.survey, fieldwork),
  }
}

interface Figures {
  score: number | null
  interval: [number, number] | null
  n: number | null
}

const line = (part: OpenLine['part'], code: string, name: Text, figures: Figures, withheld: boolean): OpenLine => ({
  ...{ part, code, name, withheld },
  score: withheld ? null : figures.score,
  interval: withheld ? null : figures.interval,
  respondents: withheld ? null : figures.n,
})

function scoreLines({ scheme }: FrozenResult, result: RegionResult): OpenLine[] {
  const { total, objective, subjective, deductions, dimensions, uncertainty } = result
  const exact = (score: number | null): Figures => ({ score, interval: null, n: null })
  const spread = uncertainty?.total?.interval ?? null
  return [
    line('total', 'total', { zh: '总体得分', en: 'Total score' }, { score: total, interval: spread, n: null }, false),
    line('total', 'objective', { zh: '客观指标（满分 60）', en: 'Objective (of 60)' }, exact(objective), false),
    line(
      'total',
      'subjective',
      { zh: '市民体验（满分 40）', en: 'Citizen experience (of 40)' },
      exact(subjective),
      false,
    ),
    line('total', 'deductions', { zh: '信息安全扣分', en: 'Security deductions' }, exact(deductions.total), false),
    ...schemes[scheme].dimensions
      .filter(({ kind }) => kind !== 'deduction')
      .map(({ id, name }) => line('dimension', id, name, exact(dimensions[id] ?? null), false)),
  ]
}

/** Small groups, and those from which they could be derived, are withheld already. */
const groupLines = (fieldwork: Fieldwork | null): OpenLine[] =>
  (fieldwork?.groups ?? []).flatMap(({ label: variable, groups }) =>
    groups
      .filter(({ n }) => n > 0)
      .map(({ code, label, suppressed, ...own }) => {
        const name = { zh: `${variable.zh}：${label.zh}`, en: `${variable.en}: ${label.en}` }
        return line('group', code, name, own, suppressed !== null)
      }),
  )

function methodOf(survey: FrozenResult['regions'][number]['survey'], fieldwork: Fieldwork | null): Text[] {
  const general = {
    zh: '总分为各一级指标加权求和再减信息安全扣分；客观指标占 60%，市民体验占 40%。计算过程不舍入，只在显示时保留两位小数。区间只反映市民体验调查的不确定性。',
    en: 'The total is the weighted sum of the dimensions less the deductions for information security; objective indicators weigh 60 %, citizen experience 40 %. Nothing is rounded on the way; two decimals are shown. The interval is of the survey’s uncertainty only.',
  }
  if (!survey) {
    const imported = { zh: '市民体验得分为外部导入。', en: 'The survey score was worked out elsewhere and imported.' }
    return [general, imported]
  }
  const variables = (fieldwork?.shares ?? []).map(({ label }) => label)
  return [general, disclosureOf(survey, variables), ...(fieldwork?.decisions ?? [])]
}
