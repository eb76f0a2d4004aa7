import { Alert } from 'antd'
import type { Monitor } from '../../../server/shapes/monitor.ts'
import { Go } from '../../parts/Go.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'

const mostShown = 3

/** What the alert rules find at present. */
export function Alerts({ monitor: { alerts, survey } }: { monitor: Monitor }) {
  const say = useSay()
  if (alerts.length === 0) return null
  return (
    <section className="standing-alerts" aria-label={say(text.alerts.title)} data-figure="alerts">
      {alerts.slice(0, mostShown).map(({ id, text: what, acknowledgedBy }) => (
        <Alert
          key={id}
          type="warning"
          showIcon
          title={say(what)}
          {...(acknowledgedBy !== null && { description: say(text.alerts.seenBy, { name: acknowledgedBy }) })}
        />
      ))}
      <Go to={`/console/fieldwork/${encodeURIComponent(survey.id)}/alerts`}>
        {say(text.alerts.all)} ({alerts.length})
      </Go>
    </section>
  )
}
