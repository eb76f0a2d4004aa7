import { Card, Empty } from 'antd'
import { lazy, Suspense } from 'react'
import type { Monitor } from '../../../server/shapes/monitor.ts'
import { Cautions } from '../../parts/Cautions.tsx'
import { Explained } from '../../parts/Explained.tsx'
import { text } from '../../text/console.ts'
import { explained } from '../../text/consoleExplained.ts'
import { useSay } from '../../text/language.tsx'
import { showInterval, showScore } from '../../text/numbers.ts'

const ScoreBars = lazy(() => import('../../charts/ScoreBars.tsx').then(({ ScoreBars }) => ({ default: ScoreBars })))

/** The survey score as it stands, with its interval and its dimensions. */
export function LiveScore({ monitor: { estimate } }: { monitor: Monitor }) {
  const say = useSay()
  if (!estimate) {
    return (
      <Card title={<Explained {...explained.score} />}>
        <Empty description={say(text.live.tooFew)} />
      </Card>
    )
  }
  return (
    <Card title={<Explained {...explained.score} />}>
      <div className="headline">
        <strong data-figure="live-score">{showScore(estimate.score)}</strong>
        <span>
          {say(text.intervals[estimate.kind])} {showInterval(estimate.interval)}
        </span>
        <small>{say(text.intervalHelp[estimate.kind])}</small>
      </div>
      <Cautions cautions={estimate.cautions} />
      <h3 className="minor">
        <Explained {...explained.dimensions} />
      </h3>
      <Suspense fallback={<div className="chart-space" />}>
        <ScoreBars
          title={say(text.live.dimensions)}
          name={say(text.score)}
          bars={estimate.dimensions.map(({ label, score, interval }) => ({ label: say(label), score, interval }))}
        />
      </Suspense>
    </Card>
  )
}
