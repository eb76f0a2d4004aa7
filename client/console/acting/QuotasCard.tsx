import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card } from 'antd'
import { useState } from 'react'
import type { Text } from '../../../scoring/text.ts'
import type { Monitor, QuotaStatus } from '../../../server/shapes/monitor.ts'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { showCount } from '../../text/numbers.ts'
import { QuotaForm } from './QuotaForm.tsx'

const words = text.acting.quotas

/** Targets and policies, to be changed while the survey runs. */
export function QuotasCard({ monitor: { survey, quotas } }: { monitor: Monitor }) {
  const say = useSay()
  const client = useQueryClient()
  const [changing, setChanging] = useState<QuotaStatus>()
  const [promoted, setPromoted] = useState<number>()
  return (
    <Card title={say(words.title)}>
      {promoted !== undefined && (
        <Alert type="success" showIcon role="status" title={say(words.done, { n: showCount(promoted) })} />
      )}
      <WideTable<QuotaStatus>
        size="small"
        rowKey="id"
        dataSource={quotas}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        locale={{ emptyText: say(text.quotas.none) }}
        columns={[
          {
            title: say(text.quotas.category),
            render: (_, { label, variableLabel }) => (
              <>
                <span className="muted">{say(variableLabel)}</span> {say(label)}
              </>
            ),
          },
          { title: say(text.quotas.taken), dataIndex: 'taken', align: 'right', render: showCount },
          { title: say(words.held), dataIndex: 'held', align: 'right', render: showCount },
          { title: say(words.target), dataIndex: 'target', align: 'right', render: showCount },
          { title: say(words.policy), render: (_, quota) => say(policyOf(quota), { n: quota.tolerance }) },
          {
            title: '',
            key: 'change',
            render: (_, quota) => (
              <Button
                size="small"
                disabled={survey.state === 'closed'}
                aria-label={say(words.changeOf, { name: say(quota.label) })}
                onClick={() => setChanging(quota)}
              >
                {say(words.change)}
              </Button>
            ),
          },
        ]}
      />
      {changing && (
        <QuotaForm
          survey={survey.id}
          quota={changing}
          done={async (count) => {
            setPromoted(count)
            await client.invalidateQueries({ queryKey: ['log', survey.id] })
          }}
          close={() => setChanging(undefined)}
        />
      )}
    </Card>
  )
}

const policyOf = ({ policy }: QuotaStatus): Text => text.quotas.policies[policy]
