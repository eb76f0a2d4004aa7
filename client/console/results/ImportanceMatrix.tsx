import { useQuery } from '@tanstack/react-query'
import { Empty, Tag } from 'antd'
import { lazy, Suspense } from 'react'
import type { ImportanceMatrix as Found, ImportancePoint } from '../../../scoring/analysis/importance.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { matrix as words } from '../../text/consoleAnalysis.ts'
import { useSay } from '../../text/language.tsx'
import { showCount, showScore, showShare } from '../../text/numbers.ts'
import { ask } from '../api.ts'

const Quadrants = lazy(() => import('../../charts/Quadrants.tsx').then(({ Quadrants }) => ({ default: Quadrants })))

/** What people want improved beside how content they are, dimension by dimension. */
export function ImportanceMatrix({ survey }: { survey: string }) {
  const say = useSay()
  const query = useQuery({
    queryKey: ['importance', survey],
    queryFn: () => ask<Found>(`/api/surveys/${encodeURIComponent(survey)}/importance`),
  })
  return (
    <>
      <h3>{say(words.title)}</h3>
      <Loaded query={query}>
        {({ people, middle, points }) =>
          points.length === 0 ? (
            <Empty description={say(words.none)} />
          ) : (
            <>
              <p>
                {say(words.explain)} {say(words.people, { n: showCount(people) })}
              </p>
              <Suspense fallback={<div className="chart-space" />}>
                <Quadrants
                  points={points.map(({ code, importance, satisfaction }) => ({
                    label: code,
                    x: satisfaction,
                    y: importance,
                  }))}
                  middle={{ x: middle.satisfaction, y: middle.importance }}
                  names={{ x: say(words.satisfaction), y: `${say(words.importance)} (%)` }}
                  title={say(words.title)}
                />
              </Suspense>
              <WideTable<ImportancePoint>
                size="small"
                rowKey="code"
                dataSource={points.toSorted((a, b) => b.importance - a.importance)}
                columns={[
                  {
                    title: say(text.survey.dimension),
                    render: (_, { code, label }) => (
                      <>
                        <code>{code}</code> {say(label)}
                      </>
                    ),
                  },
                  {
                    title: say(words.importance),
                    align: 'right',
                    render: (_, { importance }) => showShare(importance / 100),
                  },
                  { title: say(words.satisfaction), dataIndex: 'satisfaction', align: 'right', render: showScore },
                  {
                    title: say(text.gaps.quadrant),
                    render: (_, { quadrant }) => <Tag variant="outlined">{say(words.quadrants[quadrant])}</Tag>,
                  },
                ]}
              />
            </>
          )
        }
      </Loaded>
    </>
  )
}
