import { Tag } from 'antd'
import { useMemo } from 'react'
import type { Evaluation, IndicatorSource, RegionResult, SchemeId } from '../../../server/shapes/evaluation.ts'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { gap, showCount, showInterval, showScore } from '../../text/numbers.ts'
import { ItemWorking } from './ItemWorking.tsx'
import { type ScoreRow, scoreRows } from './scoreRows.ts'
import { useWorking } from './useWorking.ts'

interface Props {
  scheme: SchemeId
  result: RegionResult
  sources: Record<string, IndicatorSource>
  evaluation: Evaluation
}

/** Total → dimension → indicator → item → facts, each with what it adds to the total. */
export function ScoreTree({ scheme, result, sources, evaluation }: Props) {
  const say = useSay()
  const rows = useMemo(() => scoreRows(scheme, result, sources), [scheme, result, sources])
  const working = useWorking(evaluation)
  // What explains an item goes over the whole width.
  const whole = ({ explains }: ScoreRow) => ({ colSpan: explains ? 5 : 1 })
  const none = ({ explains }: ScoreRow) => ({ colSpan: explains ? 0 : 1 })
  return (
    <WideTable<ScoreRow>
      rowKey="id"
      size="small"
      dataSource={rows}
      expandable={{ defaultExpandedRowKeys: [] }}
      columns={[
        {
          title: say(text.tree.name),
          onCell: whole,
          render: (_, { id, name, explains }) =>
            explains ? (
              <ItemWorking item={explains} working={working} />
            ) : (
              <>
                <code>{id}</code> {say(name)}
              </>
            ),
        },
        {
          title: say(text.tree.weight),
          onCell: none,
          dataIndex: 'weight',
          align: 'right',
          render: (weight: number | null) => (weight === null ? gap : showCount(weight)),
        },
        {
          title: say(text.score),
          onCell: none,
          align: 'right',
          render: (_, { score, bounds }) =>
            score === null && bounds ? <span className="muted">{showInterval(bounds)}</span> : showScore(score),
        },
        {
          title: say(text.tree.contribution),
          onCell: none,
          dataIndex: 'contribution',
          align: 'right',
          render: (contribution: number | null) => showScore(contribution),
        },
        {
          title: say(text.tree.source),
          onCell: none,
          dataIndex: 'source',
          render: (source: IndicatorSource | null) =>
            source && <Tag color={source === 'missing' ? 'red' : 'default'}>{say(text.sources[source])}</Tag>,
        },
      ]}
    />
  )
}
