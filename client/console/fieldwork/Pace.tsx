import { Card, Segmented } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { Monitor, PacePlan } from '../../../server/shapes/monitor.ts'
import { Explained } from '../../parts/Explained.tsx'
import { text } from '../../text/console.ts'
import { explained } from '../../text/consoleExplained.ts'
import { useSay } from '../../text/language.tsx'
import { showCount } from '../../text/numbers.ts'

const PaceBars = lazy(() => import('../../charts/PaceBars.tsx').then(({ PaceBars }) => ({ default: PaceBars })))

/** Accepted responses by day or by hour. */
export function Pace({ pace }: { pace: Monitor['pace'] }) {
  const say = useSay()
  const [by, setBy] = useState<'days' | 'hours'>('days')

  const bars =
    by === 'days'
      ? pace.days.map(({ day, responses }) => ({ label: day.slice(5), responses }))
      : pace.hours.map(({ hour, responses }) => ({ label: hourOf(hour), responses }))
  return (
    <Card
      title={<Explained {...explained.pace} />}
      extra={
        <Segmented
          value={by}
          onChange={setBy}
          options={[
            { value: 'days', label: say(text.fieldwork.byDay) },
            { value: 'hours', label: say(text.fieldwork.byHour) },
          ]}
        />
      }
    >
      <Suspense fallback={<div className="chart-space" />}>
        <PaceBars bars={bars} name={say(text.figures.responses.name)} title={say(text.fieldwork.pace)} />
      </Suspense>
      {pace.plan && <Plan plan={pace.plan} />}
    </Card>
  )
}

function Plan({ plan: { target, expected, forecast, perDay } }: { plan: PacePlan }) {
  const say = useSay()
  const { plan } = text.watching
  return (
    <p>
      {say(plan.line, {
        ...{ target: showCount(target), expected: showCount(expected), perDay: showCount(perDay) },
        forecast: forecast === null ? '' : say(plan.forecast, { n: showCount(forecast) }),
      })}{' '}
      <small>
        <Explained {...explained.plan} />
      </small>
    </p>
  )
}

const clock = new Intl.DateTimeFormat('zh-CN', {
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
  timeZone: 'Asia/Shanghai',
})

const hourOf = (iso: string) => clock.format(new Date(iso))
