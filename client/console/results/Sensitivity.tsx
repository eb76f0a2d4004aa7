import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import type { Evaluation, RegionResult, ResultDocument } from '../../../server/shapes/evaluation.ts'
import type { Sensitivity as Found, Withheld } from '../../../server/shapes/sensitivity.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { sensitivity as words } from '../../text/consoleAnalysis.ts'
import { useSay } from '../../text/language.tsx'
import { gap, showChange, showCount, showInterval, showScore, showShare } from '../../text/numbers.ts'
import { ask } from '../api.ts'
import { pointsBySource } from './scoreRows.ts'

interface Props {
  evaluation: Evaluation
  result: RegionResult
  sources: ResultDocument['regions'][number]['sources']
}

/** How far the result hangs on the choices behind it. */
export function Sensitivity({ evaluation, result, sources }: Props) {
  const say = useSay()
  return (
    <>
      <p>{say(words.explain)}</p>
      {evaluation.survey ? (
        <OfSurvey survey={evaluation.survey} />
      ) : (
        <Alert type="info" showIcon title={say(words.noSurvey)} />
      )}
      <h3>{say(words.sources)}</h3>
      <p>{say(words.sourcesExplain)}</p>
      <WideTable
        size="small"
        rowKey="source"
        dataSource={pointsBySource(evaluation.scheme, result, sources)}
        columns={[
          { title: say(words.from), dataIndex: 'source', render: (source: 'facts') => say(text.sources[source]) },
          { title: say(words.indicators), dataIndex: 'indicators', align: 'right', render: showCount },
          {
            title: say(text.tree.contribution),
            align: 'right',
            render: (_, { points, source }) => (source === 'missing' ? gap : showScore(points)),
          },
          {
            title: say(words.share),
            align: 'right',
            render: (_, { points, source }) =>
              source === 'missing' || !result.total ? gap : showShare(points / result.total),
          },
        ]}
      />
      {evaluation.scheme === 'county' && <OfOptions id={evaluation.id} result={result} />}
    </>
  )
}

interface Row {
  code: string
  label: { zh: string; en: string }
  respondents?: number
  withheld?: Withheld | null
  score: number | null
  interval: [number, number] | null
}

function OfSurvey({ survey }: { survey: string }) {
  const say = useSay()
  const query = useQuery({
    queryKey: ['sensitivity', survey],
    queryFn: () => ask<Found>(`/api/surveys/${encodeURIComponent(survey)}/sensitivity`),
  })
  return (
    <Loaded query={query}>
      {({ methods, samples }) => (
        <>
          <h3>{say(words.methods)}</h3>
          <Choices rows={methods} />
          <h3>{say(words.samples)}</h3>
          <Choices rows={samples} />
        </>
      )}
    </Loaded>
  )
}

/** Of the total, by tables 29 and A.20. */
const surveyShare = 0.4

function Choices({ rows }: { rows: Row[] }) {
  const say = useSay()
  const own = rows.find(({ code }) => code === 'standard')?.score ?? null
  return (
    <WideTable<Row>
      size="small"
      rowKey="code"
      dataSource={rows}
      columns={[
        {
          title: say(words.choice),
          render: (_, { label, withheld }) => (
            <>
              {say(label)}
              {withheld && <div className="muted">{say(words.withheld[withheld])}</div>}
            </>
          ),
        },
        ...(rows.some(({ respondents }) => respondents !== undefined)
          ? [
              {
                title: say(words.respondents),
                dataIndex: 'respondents',
                align: 'right' as const,
                render: showCount,
              },
            ]
          : []),
        { title: say(text.score), dataIndex: 'score', align: 'right', render: showScore },
        { title: say(text.results.interval), dataIndex: 'interval', align: 'right', render: showInterval },
        {
          title: say(words.onTotal),
          align: 'right',
          render: (_, { score }) => (own === null || score === null ? gap : showChange(surveyShare * (score - own))),
        },
      ]}
    />
  )
}

function OfOptions({ id, result }: { id: string; result: RegionResult }) {
  const say = useSay()
  const query = useQuery({
    queryKey: ['result', id, 'normalized'],
    queryFn: () => ask<ResultDocument>(`/api/evaluations/${encodeURIComponent(id)}/result?normalizeShares=true`),
  })
  return (
    <>
      <h3>{say(words.options)}</h3>
      <Loaded query={query}>
        {({ regions: [region] }) => {
          const total = region?.result?.total ?? null
          return (
            <WideTable
              size="small"
              rowKey="code"
              dataSource={[{ code: 'R59', total }]}
              columns={[
                { title: say(words.choice), render: () => say(words.normalized) },
                { title: say(words.total), dataIndex: 'total', align: 'right', render: showScore },
                {
                  title: say(words.onTotal),
                  align: 'right',
                  render: () => (total === null || result.total === null ? gap : showChange(total - result.total)),
                },
              ]}
            />
          )
        }}
      </Loaded>
    </>
  )
}
