import type { RegionOfRound } from '../../../server/shapes/roundResults.ts'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { showScore } from '../../text/numbers.ts'

interface Row {
  name: string
  totals: number[]
}

/** Totals by group: every region counts once. */
export function GroupTable({
  regions,
  nameOf,
}: {
  regions: RegionOfRound[]
  nameOf: (region: RegionOfRound) => string
}) {
  const say = useSay()
  const groups = new Map<string, number[]>()
  for (const region of regions) {
    const total = region.result?.total
    if (total == null) continue
    groups.set(nameOf(region), [...(groups.get(nameOf(region)) ?? []), total])
  }
  const rows = [...groups].map(([name, totals]): Row => ({ name, totals }))
  const mean = ({ totals }: Row) => totals.reduce((sum, total) => sum + total, 0) / totals.length
  return (
    <WideTable<Row>
      size="small"
      rowKey="name"
      dataSource={rows.sort((a, b) => mean(b) - mean(a))}
      columns={[
        { title: say(text.compare.group), dataIndex: 'name' },
        { title: say(text.compare.regions), align: 'right', render: (_, { totals }) => totals.length },
        { title: say(text.compare.mean), align: 'right', render: (_, row) => showScore(mean(row)) },
        { title: say(text.compare.lowest), align: 'right', render: (_, { totals }) => showScore(Math.min(...totals)) },
        { title: say(text.compare.highest), align: 'right', render: (_, { totals }) => showScore(Math.max(...totals)) },
      ]}
    />
  )
}
