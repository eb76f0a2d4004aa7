import { type Distribution, distributionOf } from '../../../scoring/analysis/distribution.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { Text } from '../../../scoring/text.ts'
import type { SchemeId } from '../../../server/shapes/evaluation.ts'
import type { RegionOfRound } from '../../../server/shapes/roundResults.ts'
import { BoxPlot } from '../../charts/BoxPlot.tsx'
import { Go } from '../../parts/Go.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { showScore } from '../../text/numbers.ts'

interface Row {
  id: string
  name: Text
  distribution: Distribution
}

/** How every indicator lies over the regions, and which regions lie far from the others. */
export function Distributions({ scheme, regions }: { scheme: SchemeId; regions: RegionOfRound[] }) {
  const say = useSay()
  const rows = schemes[scheme].dimensions
    .filter(({ kind }) => kind !== 'deduction')
    .flatMap(({ indicators }) => indicators)
    .flatMap(({ id, name }): Row[] => {
      const distribution = distributionOf(
        regions.flatMap(({ evaluation, result }) => {
          const score = result?.indicators[id]
          return score == null ? [] : [{ code: evaluation, score }]
        }),
      )
      return distribution ? [{ id, name, distribution }] : []
    })
  const nameOf = new Map(regions.map(({ evaluation, region }) => [evaluation, say(region.name)]))
  const number = (title: string, of: (distribution: Distribution) => number) => ({
    title,
    align: 'right' as const,
    render: (_: unknown, { distribution }: Row) => showScore(of(distribution)),
  })
  return (
    <>
      <WideTable<Row>
        size="small"
        rowKey="id"
        dataSource={rows}
        columns={[
          {
            title: say(text.compare.indicator),
            render: (_, { id, name }) => (
              <>
                <code>{id}</code> {say(name)}
              </>
            ),
          },
          { title: say(text.compare.regions), align: 'right', render: (_, { distribution }) => distribution.regions },
          { title: say(text.compare.spread), render: (_, { distribution }) => <BoxPlot distribution={distribution} /> },
          number(say(text.compare.lowest), ({ min }) => min),
          number(say(text.compare.lower), ({ lower }) => lower),
          number(say(text.compare.median), ({ median }) => median),
          number(say(text.compare.upper), ({ upper }) => upper),
          number(say(text.compare.highest), ({ max }) => max),
          {
            title: say(text.compare.outliers),
            render: (_, { distribution }) =>
              distribution.outliers.map(({ code, score }) => (
                <div key={code}>
                  <Go to={`/console/results/${encodeURIComponent(code)}`}>{nameOf.get(code) ?? code}</Go>{' '}
                  {showScore(score)}
                </div>
              )),
          },
        ]}
      />
      <p className="minor">{say(text.compare.outliersHelp)}</p>
    </>
  )
}
