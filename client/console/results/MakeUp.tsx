import { lazy, Suspense } from 'react'
import { waterfallOf } from '../../../scoring/analysis/waterfall.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { RegionResult, SchemeId } from '../../../server/shapes/evaluation.ts'
import { text } from '../../text/console.ts'
import { makeUp } from '../../text/consoleAnalysis.ts'
import { useSay } from '../../text/language.tsx'
import { showChange, showScore } from '../../text/numbers.ts'

const WaterfallBars = lazy(() =>
  import('../../charts/WaterfallBars.tsx').then(({ WaterfallBars }) => ({ default: WaterfallBars })),
)

/** The total as a waterfall: dimensions, survey, deductions. */
export function MakeUp({ scheme, result }: { scheme: SchemeId; result: RegionResult }) {
  const say = useSay()
  const steps = waterfallOf(schemes[scheme], result).map(({ id, name, kind, points, from, to }) => ({
    ...{ kind, from, to },
    label: kind === 'floor' ? say(name) : `${id} ${say(name)}`,
    said: points === null ? say(makeUp.missing) : showChange(points),
  }))
  const total = {
    kind: 'total' as const,
    label: say(text.results.total),
    ...{ from: 0, to: result.total ?? 0 },
    said: result.total === null ? say(makeUp.missing) : showScore(result.total),
  }
  return (
    <>
      <p>{say(makeUp.explain)}</p>
      <Suspense fallback={<div className="chart-space" />}>
        <WaterfallBars bars={[...steps, total]} title={say(makeUp.title)} />
      </Suspense>
    </>
  )
}
