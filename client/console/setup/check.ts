import { disagreements } from '../../../scoring/sampling/planning/disagreements.ts'
import type { Text } from '../../../scoring/text.ts'
import { setup as text } from '../../text/consoleSetup.ts'
import { designOf, type Plan } from './plan.ts'
import { cellFor, keyOf, variableFor } from './population.ts'

export const steps = [
  'region',
  'questionnaire',
  'population',
  'precision',
  'quotas',
  'channels',
  'rules',
  'summary',
] as const
export type StepName = (typeof steps)[number]

/** What is still missing or wrong in a step; empty: one can go on. */
export function missingIn(step: StepName, plan: Plan): Text[] {
  return checks[step](plan)
}

const missing = (is: boolean, text: Text): Text[] => (is ? [text] : [])
const empty = ({ zh }: Text) => zh.trim() === ''

const checks: Record<StepName, (plan: Plan) => Text[]> = {
  region: ({ id, title, round, region }) => [
    ...missing(round.id.trim() === '' || empty(round.name), text.missing.round),
    ...missing(region.code.trim() === '' || empty(region.name), text.missing.region),
    ...missing(empty(title), text.missing.title),
    ...missing(!/^[a-z0-9][a-z0-9-]{1,39}$/.test(id), text.missing.id),
  ],
  questionnaire: ({ questionnaire }) => missing(questionnaire === null, text.missing.questionnaire),
  population: (plan) => {
    const { margins } = designOf(plan)
    const gaps = margins.flatMap(({ variables, counts }) => {
      const variable = plan.variables.find(({ name }) => name === variables[0])
      if (!variable || variables.length > 1) return []
      const absent = variable.categories.filter(({ code }) => !counts.some(({ categories }) => categories[0] === code))
      return absent.map(({ label }) => fillBoth(text.missing.category, variable.label, label))
    })
    const unmapped = plan.population.filter((row) => cellFor(plan, row) === undefined && isKnown(plan, row.variables))
    return [
      ...unmapped.map((row) => fillPlain(text.missing.mapping, keyOf(row))),
      ...gaps,
      ...missing(margins.length > 0 && empty(plan.source), text.missing.source),
      ...(empty(plan.decision)
        ? disagreements(margins).map(({ zh, en }) => joined(text.missing.decision, zh, en))
        : []),
    ]
  },
  precision: ({ target }) => missing(!(target >= 1), text.missing.target),
  quotas: ({ quotas, variables }) =>
    quotas
      .filter((quota) =>
        quota.variables.some(
          (name, at) =>
            !variables
              .find((variable) => variable.name === name)
              ?.categories.some(({ code }) => code === quota.categories[at]),
        ),
      )
      .map(({ id }) => fillPlain(text.missing.quota, id)),
  channels: ({ channels }) => missing(channels.length === 0, text.missing.channel),
  rules: ({ organiser, purpose, contact, opens, closes }) => [
    ...missing(empty(organiser), text.missing.organiser),
    ...missing(empty(purpose), text.missing.purpose),
    ...missing(empty(contact), text.missing.contact),
    ...missing(opens !== '' && closes !== '' && closes < opens, text.missing.dates),
  ],
  summary: () => [],
}

const isKnown = ({ variables }: Plan, written: string[]) =>
  written.every((name) => variableFor(variables, name) !== undefined)

const fillBoth = ({ zh, en }: Text, variable: Text, category: Text): Text => ({
  zh: zh.replace('{variable}', variable.zh).replace('{category}', category.zh),
  en: en.replace('{variable}', variable.en).replace('{category}', category.en),
})
const fillPlain = ({ zh, en }: Text, name: string): Text => ({
  zh: zh.replace('{name}', name),
  en: en.replace('{name}', name),
})
const joined = (text: Text, zh: string, en: string): Text => ({ zh: `${zh}：${text.zh}`, en: `${en}: ${text.en}` })
