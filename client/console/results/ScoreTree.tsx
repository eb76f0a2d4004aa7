import { Tag } from 'antd'
import { useMemo } from 'react'
import type { IndicatorSource, RegionResult, SchemeId } from '../../../server/shapes/evaluation.ts'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { gap, showCount, showInterval, showScore } from '../../text/numbers.ts'
import { type ScoreRow, scoreRows } from './scoreRows.ts'

interface Props {
  scheme: SchemeId
  result: RegionResult
  sources: Record<string, IndicatorSource>
}

/** Total → dimension → indicator → item, each with what it adds to the total. */
export function ScoreTree({ scheme, result, sources }: Props) {
  const say = useSay()
  const rows = useMemo(() => scoreRows(scheme, result, sources), [scheme, result, sources])
  return (
    <WideTable<ScoreRow>
      rowKey="id"
      size="small"
      dataSource={rows}
      expandable={{ defaultExpandedRowKeys: [] }}
      columns={[
        {
          title: say(text.tree.name),
          render: (_, { id, name }) => (
            <>
              <code>{id}</code> {say(name)}
            </>
          ),
        },
        {
          title: say(text.tree.weight),
          dataIndex: 'weight',
          align: 'right',
          render: (weight: number | null) => (weight === null ? gap : showCount(weight)),
        },
        {
          title: say(text.score),
          align: 'right',
          render: (_, { score, bounds }) =>
            score === null && bounds ? <span className="muted">{showInterval(bounds)}</span> : showScore(score),
        },
        {
          title: say(text.tree.contribution),
          dataIndex: 'contribution',
          align: 'right',
          render: (contribution: number | null) => showScore(contribution),
        },
        {
          title: say(text.tree.source),
          dataIndex: 'source',
          render: (source: IndicatorSource | null) =>
            source && <Tag color={source === 'missing' ? 'red' : 'default'}>{say(text.sources[source])}</Tag>,
        },
      ]}
    />
  )
}
