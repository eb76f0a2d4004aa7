import { Alert, Empty, Tag } from 'antd'
import { lazy, Suspense } from 'react'
import {
  dimensionGapsOf,
  type PerceptionGaps as Gaps,
  type PerceptionGap,
  perceptionGapsOf,
} from '../../../scoring/analysis/perceptionGap.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { SubjectiveScore } from '../../../scoring/subjective/score.ts'
import type { Text } from '../../../scoring/text.ts'
import type { RegionResult, SchemeId } from '../../../server/shapes/evaluation.ts'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { showScore } from '../../text/numbers.ts'

const Quadrants = lazy(() => import('../../charts/Quadrants.tsx').then(({ Quadrants }) => ({ default: Quadrants })))

interface Props {
  scheme: SchemeId
  result: RegionResult
  survey: SubjectiveScore | null
}

/** What the facts say beside what residents say of it, by dimension and indicator: only the order within each side is compared. */
export function PerceptionGaps({ scheme, result, survey }: Props) {
  const say = useSay()
  const items = survey?.items ?? []
  const byIndicator = perceptionGapsOf(schemes[scheme], result, items)
  if (byIndicator.gaps.length === 0) return <Empty description={say(text.gaps.none)} />
  const byDimension = dimensionGapsOf(schemes[scheme], result, items)
  const points = { dimension: pointsOf(byDimension), indicator: pointsOf(byIndicator) }
  // The two charts are compared with each other: their axes are the same.
  const among = [...points.dimension, ...points.indicator]
  const names = { x: say(text.gaps.objective), y: say(text.gaps.perceived) }
  return (
    <>
      <Alert type="info" showIcon title={say(text.gaps.caution)} />
      <h3>{say(text.gaps.byDimension)}</h3>
      <Suspense fallback={<div className="chart-space" />}>
        <Quadrants
          {...{ points: points.dimension, middle: middleOf(byDimension), among, names }}
          title={`${say(text.gaps.title)} ${say(text.gaps.byDimension)}`}
        />
      </Suspense>
      <GapTable {...byDimension} />
      <h3>{say(text.gaps.byIndicator)}</h3>
      <Suspense fallback={<div className="chart-space" />}>
        <Quadrants
          {...{ points: points.indicator, middle: middleOf(byIndicator), among, names }}
          title={`${say(text.gaps.title)} ${say(text.gaps.byIndicator)}`}
        />
      </Suspense>
      <GapTable {...byIndicator} />
    </>
  )
}

interface Named {
  id: string
  name: Text
}

const pointsOf = ({ gaps }: Gaps<Named>) =>
  gaps.map(({ part, objective, perceived }) => ({ label: part.id, x: objective, y: perceived }))

const middleOf = ({ middle: { objective, perceived } }: Gaps<Named>) => ({ x: objective, y: perceived })

function GapTable<Part extends Named>({ gaps, middle }: Gaps<Part>) {
  const say = useSay()
  return (
    <>
      <p>{say(text.gaps.middle, { objective: showScore(middle.objective), perceived: showScore(middle.perceived) })}</p>
      <WideTable<PerceptionGap<Part>>
        size="small"
        rowKey={({ part }) => part.id}
        dataSource={gaps}
        columns={[
          {
            title: say(text.tree.name),
            render: (_, { part: { id, name } }) => (
              <>
                <code>{id}</code> {say(name)}
              </>
            ),
          },
          { title: say(text.gaps.objective), align: 'right', render: (_, { objective }) => showScore(objective) },
          { title: say(text.gaps.perceived), align: 'right', render: (_, { perceived }) => showScore(perceived) },
          {
            title: say(text.gaps.quadrant),
            render: (_, { quadrant }) => <Tag variant="outlined">{say(text.gaps.quadrants[quadrant])}</Tag>,
          },
        ]}
      />
    </>
  )
}
