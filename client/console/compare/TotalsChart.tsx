import { Empty } from 'antd'
import type { RankRow } from '../../../server/shapes/ranks.ts'
import type { RegionOfRound } from '../../../server/shapes/roundResults.ts'
import { ScoreBars } from '../../charts/ScoreBars.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'

/** The totals of all regions with their intervals, the highest first. */
export function TotalsChart({ regions, rows, mixed }: { regions: RegionOfRound[]; rows: RankRow[]; mixed: boolean }) {
  const say = useSay()
  const rankOf = new Map(
    rows.map(({ evaluation, rank, simultaneous: [best, worst] }) => [
      evaluation,
      best === worst ? `${rank}` : `${rank} [${best}–${worst}]`,
    ]),
  )
  const bars = regions
    .filter(({ result }) => result?.total != null)
    .sort((a, b) => (b.result?.total ?? 0) - (a.result?.total ?? 0))
    .map(({ evaluation, region, result }) => ({
      label: [say(region.name), rankOf.get(evaluation)].filter(Boolean).join(' '),
      score: result?.total ?? null,
      interval: result?.uncertainty?.total?.interval ?? null,
    }))
  if (bars.length === 0) return <Empty description={say(text.compare.noneRanked)} />
  return (
    <>
      <ScoreBars bars={bars} name={say(text.results.total)} title={say(text.compare.chart)} />
      {mixed && <p className="minor">{say(text.compare.ruleHelp)}</p>}
      <p className="minor">{say(text.compare.rankHelp)}</p>
    </>
  )
}
