import { useQuery } from '@tanstack/react-query'
import { Card, Empty, Progress } from 'antd'
import type { Text } from '../../../scoring/text.ts'
import type { Visits } from '../../../server/shapes/watching.ts'
import { palette } from '../../charts/palette.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { showCount } from '../../text/numbers.ts'
import { ask } from '../api.ts'

const words = text.watching.funnel
const steps = ['opened', 'consented', 'started', 'finished', 'accepted'] as const
const every = 15_000

/** How many came how far, and on which page they left. */
export function Funnel({ survey }: { survey: string }) {
  const say = useSay()
  const visits = useQuery({
    queryKey: ['visits', survey],
    queryFn: () => ask<Visits>(`/api/surveys/${encodeURIComponent(survey)}/visits`),
    refetchInterval: every,
  })
  return (
    <Card title={<span title={say(words.help)}>{say(words.title)}</span>}>
      <p className="muted">{say(words.help)}</p>
      <Loaded query={visits}>
        {(found) => (
          <>
            <Steps visits={found} />
            <h3 className="minor">{say(words.breakOff)}</h3>
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
          </>
        )}
      </Loaded>
    </Card>
  )
}

function Steps({ visits }: { visits: Visits }) {
  const say = useSay()
  const most = Math.max(1, ...steps.map((step) => visits[step]))
  return (
    <ul className="rates">
      {steps.map((step) => (
        <li key={step}>
          <span>{say(words[step])}</span>
          <Progress
            percent={(100 * visits[step]) / most}
            strokeColor={palette.main}
            status="normal"
            size="small"
            format={() => showCount(visits[step])}
            aria-label={say(words[step])}
          />
        </li>
      ))}
    </ul>
  )
}
