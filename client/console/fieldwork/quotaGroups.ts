import type { Text } from '../../../scoring/text.ts'
import type { QuotaStatus } from '../../../server/shapes/monitor.ts'

export interface QuotaGroup {
  name: Text
  quotas: QuotaStatus[]
}

/** Quotas by the variables they speak of, in the order given. */
export function groupQuotas(quotas: QuotaStatus[]): QuotaGroup[] {
  const groups = new Map<string, QuotaGroup>()
  for (const quota of quotas) {
    const key = quota.variables.join('×')
    const group = groups.get(key)
    if (group) group.quotas.push(quota)
    else groups.set(key, { name: quota.variableLabel, quotas: [quota] })
  }
  return [...groups.values()]
}
