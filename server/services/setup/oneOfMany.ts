import type { Margin, SurveyDesign, Variable } from '../../../scoring/sampling/design.ts'
import { totalOf } from '../../../scoring/sampling/planning/disagreements.ts'
import { quotasFrom } from '../../../scoring/sampling/planning/quotas.ts'
import { variableOfParts } from '../../../surveys/forms/withParts.ts'
import type { NewSurvey } from '../../shapes/setup.ts'
import type { Published } from '../published.ts'
import type { TableLine } from './table.ts'

interface Common {
  round: NewSurvey['round']
  scheme: NewSurvey['region']['scheme']
  part: Variable | undefined
}

/** Names under which the shipped questionnaires keep the part of a region. */
const partNames = ['district', 'township']

/** The variable that differs from region to region. */
export const partVariableOf = ({ variables }: Pick<SurveyDesign, 'variables'>): Variable | undefined =>
  variables.find(({ name }) => partNames.includes(name))

/** What a row of a table asks for, after a survey that is there; its shape is still to be checked. */
export function wishOf(
  template: Published,
  { round, scheme, part }: Common,
  line: TableLine,
  questionnaire: NewSurvey['questionnaire'],
): unknown {
  const { settings } = template
  const own = (given: string, usual: { zh: string; en: string }) => (given === '' ? usual : { zh: given, en: given })
  const name = { zh: line.name, en: line.nameEn || line.name }
  const design = designOf(template, part, line)
  return {
    id: line.survey || `${round.id}-${line.region}`.toLowerCase(),
    round,
    region: { code: line.region, name, scheme, rank: line.rank },
    title: { zh: `${name.zh}市民体验调查`, en: `${name.en}: citizen-experience survey` },
    questionnaire,
    design,
    quotas: quotasOf(template, design, line),
    settings: {
      ...settings,
      welcome: {
        ...settings.welcome,
        organiser: own(line.organiser, settings.welcome.organiser),
        contact: own(line.contact, settings.welcome.contact),
      },
    },
    opensAt: moment(line.opens) ?? template.opensAt,
    closesAt: moment(line.closes) ?? template.closesAt,
  }
}

/** A day is that day in China, from its beginning. */
const moment = (written: string): string | undefined => {
  if (written === '') return undefined
  return /^\d{4}-\d{2}-\d{2}$/.test(written) ? new Date(`${written}T00:00:00+08:00`).toISOString() : written
}

function designOf({ design }: Published, part: Variable | undefined, line: TableLine): SurveyDesign {
  const variables = design.variables.map((variable) =>
    variable === part ? variableOfParts(variable, line.parts) : variable,
  )
  const source = { zh: line.source || '未注明来源', en: line.source || 'source not stated' }
  const margins = variables.flatMap((variable): Margin[] => {
    const counts =
      variable.name === part?.name
        ? line.parts.map(({ code, count }) => ({ categories: [code], count }))
        : Object.entries(line.counts[variable.name] ?? {}).map(([code, count]) => ({ categories: [code], count }))
    return counts.length > 0 ? [{ variables: [variable.name], counts, source }] : []
  })
  const [first] = margins
  return {
    variables,
    margins,
    calibration: first
      ? {
          method: 'rake',
          margins: [...margins.keys()],
          populationTotal: totalOf(first),
          ...(design.calibration.method === 'rake' && design.calibration.trim && { trim: design.calibration.trim }),
        }
      : { method: 'none' },
    ...(design.forms && { forms: design.forms }),
    decisions: line.decision === '' ? [] : [{ zh: line.decision, en: line.decision }],
  }
}

/** Quotas by the variables that the template quotes by, in proportion to the row's own population. */
function quotasOf(template: Published, design: SurveyDesign, line: TableLine): NewSurvey['quotas'] {
  const first = template.quotas[0]
  const usual = template.quotas
    .filter(({ variables }) => variables.join() === first?.variables.join())
    .reduce((sum, { target }) => sum + target, 0)
  const target = line.target === '' ? usual : Number(line.target)
  return design.margins.flatMap((margin) => {
    const model = template.quotas.find(({ variables }) => variables.join() === margin.variables.join())
    if (!model) return []
    return quotasFrom(margin, target, 1).map(({ categories, target }) => ({
      id: `${margin.variables.join('-')}-${categories.join('-')}`,
      variables: margin.variables,
      categories,
      target,
      policy: model.policy,
      tolerance: model.tolerance,
    }))
  })
}
