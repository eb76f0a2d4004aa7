import { useQueries, useQuery } from '@tanstack/react-query'
import { Card, Empty, Tag } from 'antd'
import type { EvaluationSummary, ResultDocument, SchemeId } from '../../../server/shapes/evaluation.ts'
import { Go } from '../../parts/Go.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { MadeUp } from '../../parts/MadeUp.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { showInterval, showScore } from '../../text/numbers.ts'
import { ask } from '../api.ts'
import { go } from '../route.ts'

/** All regions, by scheme: a county never stands among cities. */
export function Evaluations() {
  const say = useSay()
  const evaluations = useQuery({
    queryKey: ['evaluations'],
    queryFn: () => ask<EvaluationSummary[]>('/api/evaluations'),
  })
  return (
    <>
      <PageTitle title={say(text.results.title)} actions={<Rounds evaluations={evaluations.data ?? []} />} />
      <Loaded query={evaluations}>
        {(list) =>
          list.length === 0 ? (
            <Empty description={say(text.results.none)} />
          ) : (
            (['city', 'county'] as const)
              .map((scheme) => ({ scheme, rows: list.filter((row) => row.scheme === scheme) }))
              .filter(({ rows }) => rows.length > 0)
              .map(({ scheme, rows }) => <Comparison key={scheme} scheme={scheme} evaluations={rows} />)
          )
        }
      </Loaded>
    </>
  )
}

/** The way to the comparison of each round. */
function Rounds({ evaluations }: { evaluations: EvaluationSummary[] }) {
  const say = useSay()
  return [...new Set(evaluations.map(({ round }) => round))].map((round) => (
    <Go key={round} to={`/console/compare/${encodeURIComponent(round)}`}>
      {say(text.compare.open, { round })}
    </Go>
  ))
}

interface Row extends EvaluationSummary {
  outcome: ResultDocument['regions'][number] | undefined
}

function Comparison({ scheme, evaluations }: { scheme: SchemeId; evaluations: EvaluationSummary[] }) {
  const say = useSay()
  const results = useQueries({
    queries: evaluations.map(({ id }) => ({
      queryKey: ['result', id],
      queryFn: () => ask<ResultDocument>(`/api/evaluations/${encodeURIComponent(id)}/result`),
    })),
  })
  const rows: Row[] = evaluations.map((evaluation, at) => ({ ...evaluation, outcome: results[at]?.data?.regions[0] }))

  return (
    <Card title={say(text.schemes[scheme])}>
      <WideTable
        rowKey="id"
        loading={results.some(({ isPending }) => isPending)}
        dataSource={rows}
        columns={[
          {
            title: say(text.region),
            render: (_, { id, region, madeUp }: Row) => (
              <>
                <a
                  href={`/console/results/${id}`}
                  onClick={(event) => {
                    event.preventDefault()
                    go(`/console/results/${id}`)
                  }}
                >
                  {say(region.name)}
                </a>{' '}
                {madeUp && <MadeUp />}
              </>
            ),
          },
          {
            title: say(text.results.total),
            align: 'right',
            sorter: (a: Row, b: Row) => (a.outcome?.result?.total ?? -1) - (b.outcome?.result?.total ?? -1),
            render: (_, { outcome }: Row) => <strong>{showScore(outcome?.result?.total)}</strong>,
          },
          {
            title: say(text.results.interval),
            align: 'right',
            render: (_, { outcome }: Row) => {
              const result = outcome?.result
              if (!result) return say(text.results.notComputable)
              return result.complete ? (
                showInterval(result.uncertainty?.total?.interval)
              ) : (
                <span>
                  {say(text.results.between)} {showInterval(result.bounds.total)}
                </span>
              )
            },
          },
          {
            title: say(text.results.objective),
            align: 'right',
            render: (_, { outcome }: Row) => showScore(outcome?.result?.objective),
          },
          {
            title: say(text.results.subjective),
            align: 'right',
            render: (_, { outcome }: Row) => showScore(outcome?.result?.subjective),
          },
          {
            title: say(text.results.deductions),
            align: 'right',
            render: (_, { outcome }: Row) => showScore(outcome?.result?.deductions.total),
          },
          {
            title: say(text.results.state),
            dataIndex: 'state',
            render: (state: EvaluationSummary['state']) => <Tag>{say(text.evaluationStates[state])}</Tag>,
          },
        ]}
      />
    </Card>
  )
}
