import type { Variable } from '../../../scoring/sampling/design.ts'
import type { Text } from '../../../scoring/text.ts'
import type { QuotaStatus } from '../../shapes/monitor.ts'
import type { quotasOf } from '../../store/fieldwork.ts'

type QuotaRow = Awaited<ReturnType<typeof quotasOf>>[number]

/** A quota as a monitor shows it: named by its variables and categories, with what remains. */
export function quotaStatus(row: QuotaRow, variables: readonly Variable[]): QuotaStatus {
  const names: string[] = JSON.parse(row.variables)
  const codes: string[] = JSON.parse(row.categories)
  const known = names.map((name) => variables.find((variable) => variable.name === name))
  const { id, policy, tolerance, target, taken, held } = row
  return {
    id,
    variables: names,
    categories: codes,
    variableLabel: crossed(known.map((variable, at) => variable?.label ?? plain(names[at]))),
    label: crossed(
      known.map(
        (variable, at) => variable?.categories.find(({ code }) => code === codes[at])?.label ?? plain(codes[at]),
      ),
    ),
    policy,
    tolerance,
    target,
    taken,
    held,
    remaining: Math.max(0, target - taken),
  }
}

const plain = (code = ''): Text => ({ zh: code, en: code })

const crossed = (labels: Text[]): Text => ({
  zh: labels.map(({ zh }) => zh).join(' × '),
  en: labels.map(({ en }) => en).join(' × '),
})
