import { Alert, Badge, Skeleton, Tag } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import type { Monitor } from '../../../server/shapes/monitor.ts'
import type { Role, Session } from '../../../server/shapes/session.ts'
import { FailureNote } from '../../parts/FailureNote.tsx'
import { Later, later } from '../../parts/Later.tsx'
import { MadeUp } from '../../parts/MadeUp.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { Subpages } from '../../parts/Subpages.tsx'
import { text } from '../../text/console.ts'
import { useLanguage, useSay } from '../../text/language.tsx'
import { showTime } from '../../text/numbers.ts'
import { may } from '../session.tsx'
import { useMonitor, type Watch } from '../useMonitor.ts'
import { MonitorPage } from './MonitorPage.tsx'
import { type SurveyHead, useSurveyHead } from './useSurveyHead.ts'
import './fieldwork.css'

const actingPage = later(() => import('../acting/ActingPage.tsx').then(({ ActingPage }) => ActingPage))

const responsesPage = later(() => import('../responses/ResponsesPage.tsx').then(({ ResponsesPage }) => ResponsesPage))
const commentsPage = later(() => import('../responses/CommentsPage.tsx').then(({ CommentsPage }) => CommentsPage))

const alertsPage = later(() => import('../alerts/AlertsPage.tsx').then(({ AlertsPage }) => AlertsPage))

const recordsPage = later(() => import('../records/RecordsPage.tsx').then(({ RecordsPage }) => RecordsPage))

interface Part {
  key: keyof typeof text.surveyParts
  roles: Role[]
  show: (known: Known, mayAct: boolean) => ReactNode
}

/** What a page is shown with: the figures come a moment after the rest where a million responses are counted first. */
interface Known {
  survey: SurveyHead
  monitor: Monitor | null
}

/** With the figures once they are there. */
const whenCounted = (show: (monitor: Monitor, mayAct: boolean) => ReactNode) => (known: Known, mayAct: boolean) =>
  known.monitor ? show(known.monitor, mayAct) : <Counting />

/** The parts of a survey's page, each with an address of its own, and who may open it. */
const parts: Part[] = [
  {
    key: 'watching',
    roles: ['fieldwork', 'evaluator', 'publisher', 'viewer'],
    show: whenCounted((monitor) => <MonitorPage monitor={monitor} />),
  },
  {
    key: 'acting',
    roles: ['fieldwork'],
    show: whenCounted((monitor) => <Later page={actingPage} props={{ monitor }} />),
  },
  {
    key: 'responses',
    roles: ['fieldwork', 'evaluator'],
    show: ({ survey }, mayAct) => <Later page={responsesPage} props={{ survey, mayAct }} />,
  },
  {
    key: 'comments',
    roles: ['fieldwork', 'evaluator'],
    show: ({ survey }) => <Later page={commentsPage} props={{ survey: survey.id }} />,
  },
  {
    key: 'alerts',
    roles: ['fieldwork', 'evaluator', 'publisher', 'viewer'],
    show: ({ survey, monitor }, mayAct) => <Later page={alertsPage} props={{ survey: survey.id, monitor, mayAct }} />,
  },
  {
    key: 'records',
    roles: ['fieldwork', 'evaluator', 'publisher'],
    show: ({ survey }, mayAct) => <Later page={recordsPage} props={{ survey, mayAct }} />,
  },
]

/** One survey in the field: watched and acted on, over one event stream. */
export function SurveyPage({ survey, part, session }: { survey: string; part: string | undefined; session: Session }) {
  const say = useSay()
  const { monitor, line, failure } = useMonitor(survey)
  const known = useSurveyHead(survey, monitor)
  const back = { path: '/console/fieldwork', name: say(text.fieldwork.title) }
  if (!known) {
    return (
      <>
        <PageTitle title={survey} back={back} />
        {failure ? <FailureNote failure={failure} /> : <Skeleton active paragraph={{ rows: 10 }} />}
      </>
    )
  }
  const { region, state, madeUp, title } = known
  return (
    <>
      <PageTitle
        title={say(title)}
        back={back}
        marks={
          <>
            <Tag color="blue" variant="outlined" data-figure="state">
              {say(text.surveyStates[state])}
            </Tag>
            {madeUp && <MadeUp />}
          </>
        }
        actions={<Line line={line} at={monitor?.at} />}
      />
      <Subpages
        label={say(text.surveyParts.label)}
        path={`/console/fieldwork/${encodeURIComponent(survey)}`}
        shown={part}
        pages={parts
          .filter(({ roles }) => may(session, roles, region.code))
          .map(({ key, show }) => ({
            key,
            name: say(text.surveyParts[key]),
            content: show({ survey: known, monitor }, may(session, ['fieldwork'], region.code)),
          }))}
      />
    </>
  )
}

/** Milliseconds within which the figures are nearly always there, so that nothing need be said. */
const patience = 300

function Counting() {
  const say = useSay()
  const [lasts, setLasts] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLasts(true), patience)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      {lasts && <Alert type="info" showIcon role="status" title={say(text.watching.counting)} />}
      <Skeleton active paragraph={{ rows: 10 }} />
    </>
  )
}

function Line({ line, at }: { line: Watch['line']; at: string | undefined }) {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <span role="status" className="line">
      <Badge status={line === 'live' ? 'success' : 'warning'} text={say(text.fieldwork.lines[line])} />
      {at && <small>{say(text.fieldwork.asOf, { time: showTime(at, language) })}</small>}
    </span>
  )
}
