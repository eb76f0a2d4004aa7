import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import type { History } from '../../../server/shapes/watching.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
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
    <Card title={say(words.title)}>
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
              { title: say(words.responses), dataIndex: 'responses', align: 'right', render: showCount },
              { title: say(words.nEffective), dataIndex: 'nEffective', align: 'right', render: showCount },
              { title: say(words.designEffect), dataIndex: 'designEffect', align: 'right', render: showScore },
            ]}
          />
        )}
      </Loaded>
    </Card>
  )
}
