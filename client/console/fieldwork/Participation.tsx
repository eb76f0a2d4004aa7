import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import type { SurveyParticipation } from '../../../server/shapes/participation.ts'
import { Explained } from '../../parts/Explained.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { explained } from '../../text/consoleExplained.ts'
import { samplingText } from '../../text/consoleSampling.ts'
import { useSay } from '../../text/language.tsx'
import { gap, showCount, showShare } from '../../text/numbers.ts'
import { ask } from '../api.ts'

const text = samplingText.participation
const rateNames = ['rr1', 'rr2', 'rr3', 'rr4', 'rr5', 'rr6'] as const

/** How people took part: outcome rates of drawn persons, a funnel of volunteers, and what kind of sample it is. */
export function Participation({ survey, version }: { survey: string; version: number }) {
  const query = useQuery({
    queryKey: ['participation', survey, version],
    queryFn: () => ask<SurveyParticipation>(`/api/surveys/${encodeURIComponent(survey)}/participation`),
    placeholderData: (before) => before,
  })
  return <Loaded query={query}>{(participation) => <Shown participation={participation} />}</Loaded>
}

function Shown({ participation: { outcomes, funnel, disclosure } }: { participation: SurveyParticipation }) {
  const say = useSay()
  const share = (value: number | null) => (value === null ? gap : showShare(value))
  return (
    <>
      {outcomes && (
        <Card title={say(text.rates)}>
          <WideTable
            size="small"
            rowKey="name"
            dataSource={rateNames.map((name) => ({ name: name.toUpperCase(), value: outcomes.rates[name] }))}
            columns={[
              { title: say(text.rate), dataIndex: 'name' },
              { title: <Explained {...explained.outcomeRate} />, dataIndex: 'value', align: 'right', render: share },
            ]}
          />
          {outcomes.rates.notes.map((note) => (
            <p key={note.en}>{say(note)}</p>
          ))}
        </Card>
      )}
      {funnel && (
        <Card title={say(text.funnel)}>
          <WideTable
            size="small"
            rowKey="step"
            dataSource={funnel.steps}
            columns={[
              { title: say(text.step), render: (_, { label }) => say(label) },
              {
                title: <Explained {...explained.funnelCount} />,
                dataIndex: 'count',
                align: 'right',
                render: showCount,
              },
              {
                title: <Explained {...explained.ofPrevious} />,
                dataIndex: 'ofPrevious',
                align: 'right',
                render: share,
              },
            ]}
          />
          {funnel.notes.map((note) => (
            <p key={note.en}>{say(note)}</p>
          ))}
        </Card>
      )}
      {disclosure && <Card title={say(text.disclosure)}>{say(disclosure)}</Card>}
    </>
  )
}
