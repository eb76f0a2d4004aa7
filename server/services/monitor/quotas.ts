import type { Variable } from '../../../scoring/sampling/design.ts'
import type { Text } from '../../../scoring/text.ts'
import type { QuotaStatus } from '../../shapes/monitor.ts'
import type { quotasOf } from '../../store/fieldwork.ts'
import { channelVariable } from '../published.ts'
import { channelName } from '../sensitivity/labels.ts'

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
    variableLabel: crossed(names.map((name, at) => (isChannel(name) ? ofChannel : (known[at]?.label ?? plain(name))))),
    label: crossed(
      codes.map((code, at) => {
        if (isChannel(names[at])) return channelName(code)
        return known[at]?.categories.find((category) => category.code === code)?.label ?? plain(code)
      }),
    ),
    policy,
    tolerance,
    target,
    taken,
    held,
    remaining: Math.max(0, target - taken),
  }
}

const ofChannel: Text = { zh: '渠道', en: 'Channel' }
const isChannel = (name: string | undefined): boolean => name === channelVariable

const plain = (code = ''): Text => ({ zh: code, en: code })

const crossed = (labels: Text[]): Text => ({
  zh: labels.map(({ zh }) => zh).join(' × '),
  en: labels.map(({ en }) => en).join(' × '),
})
