import { useQuery } from '@tanstack/react-query'
import { Empty, Tag } from 'antd'
import type { InterviewSurvey } from '../../../server/shapes/interview.ts'
import { Go } from '../../parts/Go.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { MadeUp } from '../../parts/MadeUp.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { interviews as words } from '../../text/consoleInterviews.ts'
import { useSay } from '../../text/language.tsx'
import { ask } from '../api.ts'
import '../setup/setup.css'
import { Interview } from './Interview.tsx'
import { Outcome } from './Outcome.tsx'

/** The surveys for which somebody asks the questions, or an interview for one of them. */
export function Interviews({ survey }: { survey: string | undefined }) {
  const say = useSay()
  const list = useQuery({ queryKey: ['interviews'], queryFn: () => ask<InterviewSurvey[]>('/api/interviews') })
  return (
    <Loaded query={list}>
      {(surveys) => {
        if (survey === undefined) return <List surveys={surveys} />
        const chosen = surveys.find(({ id }) => id === survey)
        const back = { path: '/console/interviews', name: say(words.title) }
        if (!chosen)
          return (
            <>
              <PageTitle title={survey} back={back} />
              <Empty description={say(words.gone)} />
            </>
          )
        return (
          <>
            <PageTitle title={say(chosen.title)} back={back} marks={chosen.madeUp && <MadeUp />} />
            {chosen.state === 'open' ? (
              <div className="stack">
                <Interview survey={chosen} />
                <Outcome survey={chosen.id} />
              </div>
            ) : (
              <Empty description={say(words.notOpen, { state: say(text.surveyStates[chosen.state]) })} />
            )}
          </>
        )
      }}
    </Loaded>
  )
}

function List({ surveys }: { surveys: InterviewSurvey[] }) {
  const say = useSay()
  return (
    <>
      <PageTitle title={say(words.title)} />
      <WideTable<InterviewSurvey>
        rowKey="id"
        dataSource={surveys}
        locale={{ emptyText: <Empty description={say(words.none)} /> }}
        columns={[
          {
            title: say(text.fieldwork.survey),
            render: (_, { title, madeUp }) => (
              <>
                {say(title)} {madeUp && <MadeUp />}
              </>
            ),
          },
          { title: say(text.region), render: (_, { region }) => say(region.name) },
          {
            title: say(text.acting.state.now),
            render: (_, { state }) => <Tag variant="outlined">{say(text.surveyStates[state])}</Tag>,
          },
          {
            title: '',
            key: 'begin',
            render: (_, { id, state }) =>
              state === 'open' && <Go to={`/console/interviews/${encodeURIComponent(id)}`}>{say(words.begin)}</Go>,
          },
        ]}
      />
    </>
  )
}
