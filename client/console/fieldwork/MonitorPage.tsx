import { Alert, Badge, Card, Skeleton, Tag } from 'antd'
import type { Monitor } from '../../../server/shapes/monitor.ts'
import { FailureNote } from '../../parts/FailureNote.tsx'
import { MadeUp } from '../../parts/MadeUp.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { text } from '../../text/console.ts'
import { useLanguage, useSay } from '../../text/language.tsx'
import { showTime } from '../../text/numbers.ts'
import { useMonitor, type Watch } from '../useMonitor.ts'
import { KeyFigures } from './KeyFigures.tsx'
import { LiveScore } from './LiveScore.tsx'
import { Pace } from './Pace.tsx'
import { Quality } from './Quality.tsx'
import { Quotas } from './Quotas.tsx'
import { SampleTable } from './SampleTable.tsx'

/** Where a survey stands, as it happens. */
export function MonitorPage({ survey }: { survey: string }) {
  const say = useSay()
  const { monitor, line, failure } = useMonitor(survey)

  const back = { path: '/console/fieldwork', name: say(text.fieldwork.title) }
  if (!monitor) {
    return (
      <>
        <PageTitle title={survey} back={back} />
        {failure ? <FailureNote failure={failure} /> : <Skeleton active paragraph={{ rows: 10 }} />}
      </>
    )
  }
  return (
    <>
      <PageTitle
        title={say(monitor.survey.title)}
        back={back}
        marks={
          <>
            <Tag color="blue" variant="outlined">
              {say(text.surveyStates[monitor.survey.state])}
            </Tag>
            {monitor.survey.madeUp && <MadeUp />}
          </>
        }
        actions={<Line line={line} at={monitor.at} />}
      />
      <KeyFigures monitor={monitor} />
      <div className="two-columns">
        <LiveScore monitor={monitor} />
        <div>
          <Pace pace={monitor.pace} />
          <Quality quality={monitor.quality} />
        </div>
      </div>
      <SampleTable sample={monitor.sample} />
      <Quotas quotas={monitor.quotas} />
      <Decisions monitor={monitor} />
    </>
  )
}

function Line({ line, at }: { line: Watch['line']; at: string }) {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <span role="status" className="line">
      <Badge status={line === 'live' ? 'success' : 'warning'} text={say(text.fieldwork.lines[line])} />
      <small>{say(text.fieldwork.asOf, { time: showTime(at, language) })}</small>
    </span>
  )
}

function Decisions({ monitor: { decisions } }: { monitor: Monitor }) {
  const say = useSay()
  if (decisions.length === 0) return null
  return (
    <Card title={say(text.fieldwork.decisions)}>
      <ul className="plain-list">
        {decisions.map((decision) => (
          <li key={decision.en}>
            <Alert type="info" title={say(decision)} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
