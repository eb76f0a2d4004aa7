import { lazy, Suspense } from 'react'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { SubjectiveScore } from '../../../scoring/subjective/score.ts'
import type { RegionResult, SchemeId } from '../../../server/shapes/evaluation.ts'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'

const ScoreBars = lazy(() => import('../../charts/ScoreBars.tsx').then(({ ScoreBars }) => ({ default: ScoreBars })))

interface Props {
  scheme: SchemeId
  result: RegionResult
  survey: SubjectiveScore | null
}

/** The L1 scores; the deduction dimension has none. */
export function DimensionBars({ scheme, result, survey }: Props) {
  const say = useSay()
  const interval = survey?.interval ?? result.uncertainty?.subjective.interval ?? null
  const bars = schemes[scheme].dimensions
    .filter(({ kind }) => kind !== 'deduction')
    .map(({ id, name, kind }) => ({
      label: `${id} ${say(name)}`,
      score: result.dimensions[id] ?? null,
      interval: kind === 'subjective' ? interval : null,
    }))
  return (
    <Suspense fallback={<div className="chart-space" />}>
      <ScoreBars bars={bars} name={say(text.score)} title={say(text.results.dimensions)} />
    </Suspense>
  )
}
