import { Alert, Card } from 'antd'
import type { Monitor } from '../../../server/shapes/monitor.ts'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { Alerts } from './Alerts.tsx'
import { BreakOffs } from './BreakOffs.tsx'
import { ChannelShares } from './ChannelShares.tsx'
import { Devices } from './Devices.tsx'
import { Flags } from './Flags.tsx'
import { GroupScores } from './GroupScores.tsx'
import { KeyFigures } from './KeyFigures.tsx'
import { LiveScore } from './LiveScore.tsx'
import { Pace } from './Pace.tsx'
import { Participation } from './Participation.tsx'
import { Quality } from './Quality.tsx'
import { Quotas } from './Quotas.tsx'
import { SampleTable } from './SampleTable.tsx'
import { Worth } from './Worth.tsx'

/** Where a survey stands, as it happens. */
export function MonitorPage({ monitor }: { monitor: Monitor }) {
  return (
    <>
      <Alerts monitor={monitor} />
      <KeyFigures monitor={monitor} />
      <div className="two-columns">
        <LiveScore monitor={monitor} />
        <div>
          <Pace pace={monitor.pace} />
          <Quality quality={monitor.quality} estimate={monitor.estimate} />
        </div>
      </div>
      <GroupScores survey={monitor.survey.id} />
      <div className="two-columns">
        <div>
          <BreakOffs survey={monitor.survey.id} />
          <Flags flags={monitor.quality.flags} />
          <Devices survey={monitor.survey.id} />
        </div>
        <div>
          <ChannelShares monitor={monitor} />
          <Worth survey={monitor.survey.id} />
        </div>
      </div>
      <SampleTable sample={monitor.sample} />
      <Participation survey={monitor.survey.id} version={monitor.version} />
      <Quotas quotas={monitor.quotas} />
      <Decisions monitor={monitor} />
    </>
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
