import type { UseQueryResult } from '@tanstack/react-query'
import { Card, Empty } from 'antd'
import type { InvitationBatch } from '../../../server/shapes/channel.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { between } from '../../text/between.ts'
import { dispositions } from '../../text/consoleDispositions.ts'
import { handout } from '../../text/consoleHandout.ts'
import { useLanguage, useSay } from '../../text/language.tsx'
import { showCount, showTime } from '../../text/numbers.ts'

const text = handout.invitations

const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)

/** Every batch, what came of it, and whom to remind. */
export function Batches({ query, path }: { query: UseQueryResult<InvitationBatch[]>; path: string }) {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <Card title={<h2>{say(text.batches)}</h2>}>
      <Loaded query={query}>
        {(list) => (
          <WideTable
            rowKey="id"
            dataSource={list}
            locale={{ emptyText: <Empty description={say(text.none)} /> }}
            columns={[
              { title: say(text.label), dataIndex: 'label' },
              { title: say(text.madeAt), render: (_, { madeAt }) => showTime(madeAt, language) },
              {
                title: say(text.sent),
                align: 'right',
                render: (_, batch) => showCount(sum(Object.values(batch.dispositions))),
              },
              {
                title: say(text.completed),
                align: 'right',
                render: (_, { dispositions: came }) => showCount(came['1.1'] ?? 0),
              },
              {
                title: say(text.status),
                render: (_, { dispositions: came }) =>
                  Object.entries(came)
                    .map(([code, count]) => `${say(dispositions[code as keyof typeof dispositions])} ${count}`)
                    .join(say(between.parts)),
              },
              {
                title: say(text.reminders),
                render: (_, { id, label }) => (
                  <a href={`${path}/${id}/reminders.csv`} download aria-label={say(text.remindersOf, { label })}>
                    CSV
                  </a>
                ),
              },
            ]}
          />
        )}
      </Loaded>
    </Card>
  )
}
