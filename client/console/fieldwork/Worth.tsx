import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import type { History } from '../../../server/shapes/watching.ts'
import { Explained } from '../../parts/Explained.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { explained } from '../../text/consoleExplained.ts'
import { useSay } from '../../text/language.tsx'
import { showCount, showScore } from '../../text/numbers.ts'
import { ask } from '../api.ts'

const words = text.watching.worth
const every = 60_000

/** Effective sample size and design effect at the end of each day. */
export function Worth({ survey }: { survey: string }) {
  const say = useSay()
  const history = useQuery({
    queryKey: ['history', survey],
    queryFn: () => ask<History>(`/api/surveys/${encodeURIComponent(survey)}/history`),
    refetchInterval: every,
  })
  return (
    <Card title={<Explained {...explained.worth} />}>
      <p className="muted">{say(words.help)}</p>
      <Loaded query={history}>
        {({ days }) => (
          <WideTable
            size="small"
            rowKey="day"
            pagination={{ pageSize: 14, hideOnSinglePage: true }}
            dataSource={[...days].reverse()}
            columns={[
              { title: say(words.day), dataIndex: 'day' },
              {
                title: <Explained {...explained.dayResponses} />,
                dataIndex: 'responses',
                align: 'right',
                render: showCount,
              },
              {
                title: <Explained {...explained.effective} />,
                dataIndex: 'nEffective',
                align: 'right',
                render: showCount,
              },
              {
                title: <Explained {...explained.designEffect} />,
                dataIndex: 'designEffect',
                align: 'right',
                render: showScore,
              },
            ]}
          />
        )}
      </Loaded>
    </Card>
  )
}
