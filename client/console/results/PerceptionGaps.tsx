import { Alert, Empty, Tag } from 'antd'
import { type PerceptionGap, perceptionGapsOf } from '../../../scoring/analysis/perceptionGap.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { SubjectiveScore } from '../../../scoring/subjective/score.ts'
import type { RegionResult, SchemeId } from '../../../server/shapes/evaluation.ts'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { showScore } from '../../text/numbers.ts'

interface Props {
  scheme: SchemeId
  result: RegionResult
  survey: SubjectiveScore | null
}

/** What the facts say of an indicator beside what residents say of it: only the order within each side is compared. */
export function PerceptionGaps({ scheme, result, survey }: Props) {
  const say = useSay()
  const { gaps, middle } = perceptionGapsOf(schemes[scheme], result, survey?.items ?? [])
  if (gaps.length === 0) return <Empty description={say(text.gaps.none)} />
  return (
    <>
      <Alert type="info" showIcon title={say(text.gaps.caution)} />
      <p>{say(text.gaps.middle, { objective: showScore(middle.objective), perceived: showScore(middle.perceived) })}</p>
      <WideTable<PerceptionGap>
        size="small"
        rowKey={({ indicator }) => indicator.id}
        dataSource={gaps}
        columns={[
          {
            title: say(text.tree.name),
            render: (_, { indicator: { id, name } }) => (
              <>
                <code>{id}</code> {say(name)}
              </>
            ),
          },
          {
            title: say(text.gaps.objective),
            align: 'right',
            render: (_, { objective }) => showScore(objective),
          },
          {
            title: say(text.gaps.perceived),
            align: 'right',
            render: (_, { perceived }) => showScore(perceived),
          },
          {
            title: say(text.gaps.quadrant),
            render: (_, { quadrant }) => <Tag variant="outlined">{say(text.gaps.quadrants[quadrant])}</Tag>,
          },
        ]}
      />
    </>
  )
}
