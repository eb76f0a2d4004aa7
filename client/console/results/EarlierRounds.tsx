import { useQuery } from '@tanstack/react-query'
import { Empty, Tag } from 'antd'
import type { Change } from '../../../scoring/analysis/change.ts'
import type { History, Standing } from '../../../server/shapes/analysis.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { earlierRounds as words } from '../../text/consoleAnalysis.ts'
import { useSay } from '../../text/language.tsx'
import { gap, showChange, showInterval, showScore } from '../../text/numbers.ts'
import { ask } from '../api.ts'

interface Row extends Standing {
  totalChange?: Change | null
  surveyChange?: Change | null
}

/** The region in earlier rounds, and whether what has changed since is more than chance. */
export function EarlierRounds({ id }: { id: string }) {
  const say = useSay()
  const query = useQuery({
    queryKey: ['history', id],
    queryFn: () => ask<History>(`/api/evaluations/${encodeURIComponent(id)}/history`),
  })
  return (
    <Loaded query={query}>
      {({ now, earlier }) =>
        earlier.length === 0 ? (
          <Empty description={say(words.none)} />
        ) : (
          <>
            <p>{say(words.explain)}</p>
            <WideTable<Row>
              size="small"
              rowKey="evaluation"
              dataSource={[now, ...earlier]}
              columns={[
                {
                  title: say(words.round),
                  render: (_, { roundName, version }) => (
                    <>
                      {say(roundName)}{' '}
                      <small>{version === null ? say(words.now) : say(words.version, { n: version })}</small>
                    </>
                  ),
                },
                { title: say(text.results.total), dataIndex: 'total', align: 'right', render: showScore },
                { title: say(words.totalChange), render: (_, { totalChange }) => <Changed change={totalChange} /> },
                { title: say(words.survey), dataIndex: 'survey', align: 'right', render: showScore },
                { title: say(words.surveyChange), render: (_, { surveyChange }) => <Changed change={surveyChange} /> },
                { title: say(text.results.objective), dataIndex: 'objective', align: 'right', render: showScore },
                { title: say(text.results.deductions), dataIndex: 'deductions', align: 'right', render: showScore },
              ]}
            />
          </>
        )
      }
    </Loaded>
  )
}

function Changed({ change }: { change: Change | null | undefined }) {
  const say = useSay()
  if (!change) return gap
  const { difference, interval, significant } = change
  const said = significant === null ? words.unknown : significant ? words.significant : words.withinChance
  return (
    <>
      {showChange(difference)} {interval && <small>({showInterval(interval)})</small>}{' '}
      <Tag color={significant ? 'blue' : 'default'}>{say(said)}</Tag>
    </>
  )
}
