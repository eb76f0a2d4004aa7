import { fewestApart } from '../../../scoring/subjective/suppression.ts'
import type { Context } from '../../context.ts'
import type { Groups } from '../../shapes/sensitivity.ts'
import { type Published, stateAt } from '../published.ts'

type Group = Groups['variables'][number]['groups'][number]

const shown = new WeakMap<Context['changes'], Map<string, Map<string, Group>>>()

/**
 * The figures of groups as they may be shown while answers come in: each stays as it was shown last until its group has
 * changed by ten responses. Once the survey has closed they are exact.
 */
export function inSteps(context: Context, survey: Published, groups: Groups): Groups {
  if (stateAt(survey, context.now()) === 'closed') return groups
  const surveys = shown.get(context.changes) ?? new Map<string, Map<string, Group>>()
  shown.set(context.changes, surveys)
  const before = surveys.get(survey.id) ?? new Map<string, Group>()
  surveys.set(survey.id, before)
  return {
    ...groups,
    variables: groups.variables.map(({ groups: own, ...variable }) => ({
      ...variable,
      groups: own.map((group) => {
        const name = `${variable.variable} ${group.code}`
        const last = before.get(name)
        if (last && last.suppressed === null && Math.abs(group.n - last.n) < fewestApart) return last
        before.set(name, group)
        return group
      }),
    })),
  }
}
