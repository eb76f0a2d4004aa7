import { Empty } from 'antd'
import { mostOf } from '../../../scoring/standard/item.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { RegionResult, SchemeId } from '../../../server/shapes/evaluation.ts'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { showInterval, showScore } from '../../text/numbers.ts'

/** What has not been given yet, and how much of the total hangs on it. */
export function Missing({ scheme, result }: { scheme: SchemeId; result: RegionResult }) {
  const say = useSay()
  if (result.missing.length === 0) return <Empty description={say(text.missing.none)} />

  const worth = new Map(
    schemes[scheme].dimensions.flatMap(({ kind, indicators }) =>
      indicators.flatMap(({ id, name, weight, items }) => [
        [id, { name, points: weight }] as const,
        ...items.map(
          (item) =>
            [
              item.id,
              {
                name: item.name,
                points: kind === 'deduction' ? mostOf(item) : (mostOf(item) * weight) / 100,
              },
            ] as const,
        ),
      ]),
    ),
  )
  return (
    <>
      <p>{say(text.missing.explain, { bounds: showInterval(result.bounds.total) })}</p>
      <WideTable
        size="small"
        rowKey="id"
        dataSource={result.missing.map((id) => ({ id, ...worth.get(id) }))}
        columns={[
          {
            title: say(text.tree.name),
            render: (_, { id, name }) => (
              <>
                <code>{id}</code> {name && say(name)}
              </>
            ),
          },
          { title: say(text.missing.worth), align: 'right', render: (_, { points }) => showScore(points) },
        ]}
      />
    </>
  )
}
