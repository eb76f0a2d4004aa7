import { Card, Progress, Tag } from 'antd'
import type { Text } from '../../../scoring/text.ts'
import type { QuotaStatus } from '../../../server/shapes/monitor.ts'
import { palette } from '../../charts/palette.ts'
import { Explained } from '../../parts/Explained.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { explained } from '../../text/consoleExplained.ts'
import { useSay } from '../../text/language.tsx'
import { showCount } from '../../text/numbers.ts'
import { QuotaHeat } from './QuotaHeat.tsx'
import { groupQuotas } from './quotaGroups.ts'

/** Every quota with its target, what is taken and what remains: one table a variable, or variables crossed. */
export function Quotas({ quotas }: { quotas: QuotaStatus[] }) {
  const say = useSay()
  if (quotas.length === 0) return <Card title={say(text.quotas.title)}>{say(text.quotas.none)}</Card>
  return (
    <section aria-label={say(text.quotas.title)}>
      <h2>{say(text.quotas.title)}</h2>
      <div className="quota-groups">
        {groupQuotas(quotas).map(({ name, quotas }) => (
          <Card key={name.en} size="small" title={say(name)}>
            <QuotaHeat quotas={quotas} />
            <WideTable
              size="small"
              rowKey="id"
              dataSource={quotas}
              columns={[
                { title: say(text.quotas.category), dataIndex: 'label', render: (label: Text) => say(label) },
                { title: <Explained {...explained.taken} />, dataIndex: 'taken', align: 'right', render: showCount },
                { title: <Explained {...explained.target} />, dataIndex: 'target', align: 'right', render: showCount },
                {
                  title: <Explained {...explained.held} />,
                  dataIndex: 'held',
                  align: 'right',
                  render: showCount,
                },
                {
                  title: <Explained {...explained.remaining} />,
                  dataIndex: 'remaining',
                  align: 'right',
                  render: showCount,
                },
                {
                  title: <Explained {...explained.over} />,
                  align: 'right',
                  render: (_, { taken, target }) => showCount(Math.max(0, taken - target)),
                },
                {
                  title: <Explained {...explained.filled} />,
                  width: 150,
                  render: (_, quota) => <Filled quota={quota} />,
                },
                {
                  title: <Explained {...explained.policy} />,
                  dataIndex: 'policy',
                  render: (policy: QuotaStatus['policy']) => <Tag>{say(text.quotas.policies[policy])}</Tag>,
                },
              ]}
            />
          </Card>
        ))}
      </div>
    </section>
  )
}

function Filled({ quota: { taken, target } }: { quota: QuotaStatus }) {
  const percent = target > 0 ? Math.floor((100 * taken) / target) : 100
  return (
    <Progress
      percent={percent}
      size="small"
      status="normal"
      strokeColor={percent >= 100 ? palette.good : palette.main}
      format={() => `${percent}%`}
      aria-label={`${taken} / ${target}`}
    />
  )
}
