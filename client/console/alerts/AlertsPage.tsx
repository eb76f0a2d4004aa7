import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Tag } from 'antd'
import type { Alert, AlertsPage as Page } from '../../../server/shapes/alerts.ts'
import type { Monitor } from '../../../server/shapes/monitor.ts'
import { FailureNote } from '../../parts/FailureNote.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { useLanguage, useSay } from '../../text/language.tsx'
import { showTime } from '../../text/numbers.ts'
import { ask, type Failure } from '../api.ts'
import { AlertSettingsForm } from './AlertSettingsForm.tsx'

const words = text.alerts

/** What the rules found, how it was sent on, and the rules. */
export function AlertsPage({
  survey: id,
  monitor,
  mayAct,
}: {
  survey: string
  monitor: Monitor | null
  mayAct: boolean
}) {
  const say = useSay()
  const client = useQueryClient()
  const path = `/api/surveys/${encodeURIComponent(id)}/alerts`
  // The event stream says what stands; the page has what was before, and how it was sent.
  const standing = monitor?.alerts.map(({ id, acknowledgedBy }) => `${id} ${acknowledgedBy}`).join()
  const page = useQuery({
    queryKey: ['alerts', id, standing],
    queryFn: () => ask<Page>(path),
    placeholderData: keepPreviousData,
  })
  const again = () => client.invalidateQueries({ queryKey: ['alerts', id] })
  const take = useMutation<unknown, Failure, number>({
    mutationFn: (alert) => ask(`${path}/${alert}/acknowledge`, { method: 'POST' }),
    onSuccess: again,
  })

  return (
    <div className="stacked">
      <Card title={say(words.title)}>
        {take.error && <FailureNote failure={take.error} />}
        <Loaded query={page}>
          {({ alerts }) => (
            <AlertTable alerts={alerts} {...(mayAct && { take: (alert: number) => take.mutate(alert) })} />
          )}
        </Loaded>
      </Card>
      {mayAct && (
        <Card title={say(words.settings)}>
          <Loaded query={page}>{(loaded) => <AlertSettingsForm path={path} page={loaded} changed={again} />}</Loaded>
        </Card>
      )}
    </div>
  )
}

function AlertTable({ alerts, take }: { alerts: Alert[]; take?: (alert: number) => void }) {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <WideTable<Alert>
      size="small"
      rowKey="id"
      dataSource={alerts}
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      locale={{ emptyText: say(words.none) }}
      columns={[
        { title: say(words.raised), dataIndex: 'raisedAt', render: (at: string) => showTime(at, language) },
        {
          title: say(words.what),
          dataIndex: 'text',
          render: (what: Alert['text']) => <span className="long-text">{say(what)}</span>,
        },
        {
          title: say(words.state),
          render: (_, { clearedAt }) => (
            <Tag variant="outlined">{say(clearedAt === null ? words.standing : words.over)}</Tag>
          ),
        },
        {
          title: say(words.sent),
          dataIndex: 'deliveries',
          render: (deliveries: Alert['deliveries']) =>
            deliveries.map(({ target, attempt, failure }) => (
              <div key={`${target} ${attempt}`}>
                {say(failure === null ? words.arrived : words.failed, {
                  ...{ target: say(words.targets[target]), n: attempt, failure: failure ?? '' },
                })}
              </div>
            )),
        },
        {
          title: '',
          key: 'take',
          render: (_, { id, acknowledgedBy, clearedAt }) => {
            if (acknowledgedBy !== null) return say(words.seenBy, { name: acknowledgedBy })
            return (
              take &&
              clearedAt === null && (
                <Button size="small" onClick={() => take(id)}>
                  {say(words.take)}
                </Button>
              )
            )
          },
        },
      ]}
    />
  )
}
