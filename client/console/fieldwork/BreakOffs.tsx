import { useQuery } from '@tanstack/react-query'
import { Card, Empty } from 'antd'
import type { Text } from '../../../scoring/text.ts'
import type { Visits } from '../../../server/shapes/watching.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { showCount } from '../../text/numbers.ts'
import { ask } from '../api.ts'

const words = text.watching.funnel
const every = 15_000

/** On which page visits ended that did not finish. */
export function BreakOffs({ survey }: { survey: string }) {
  const say = useSay()
  const visits = useQuery({
    queryKey: ['visits', survey],
    queryFn: () => ask<Visits>(`/api/surveys/${encodeURIComponent(survey)}/visits`),
    refetchInterval: every,
  })
  return (
    <Card title={say(words.breakOff)}>
      <p className="muted">{say(words.help)}</p>
      <Loaded query={visits}>
        {(found) => (
          <WideTable
            size="small"
            rowKey="page"
            dataSource={found.pages.filter(({ reached }) => reached > 0)}
            locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(words.none)} /> }}
            columns={[
              {
                title: say(words.page),
                dataIndex: 'title',
                render: (title: Text, { page }: Visits['pages'][number]) => `${page}. ${say(title)}`,
              },
              { title: say(words.reached), dataIndex: 'reached', align: 'right', render: showCount },
              { title: say(words.left), dataIndex: 'left', align: 'right', render: showCount },
            ]}
          />
        )}
      </Loaded>
    </Card>
  )
}
