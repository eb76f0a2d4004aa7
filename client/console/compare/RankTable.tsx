import type { UseQueryResult } from '@tanstack/react-query'
import { Checkbox, Select, Tag, Tooltip } from 'antd'
import { useState } from 'react'
import { bandsOf } from '../../../scoring/analysis/bands.ts'
import { band2017Of } from '../../../scoring/analysis/bands2017.ts'
import type { SchemeId } from '../../../server/shapes/evaluation.ts'
import type { RankRow, RoundRanks } from '../../../server/shapes/ranks.ts'
import type { RegionOfRound } from '../../../server/shapes/roundResults.ts'
import { Go } from '../../parts/Go.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { between } from '../../text/between.ts'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { gap, showInterval, showScore } from '../../text/numbers.ts'
import { GroupTable } from './GroupTable.tsx'
import { type Grouping, groupOf } from './groups.ts'

interface Row extends RegionOfRound {
  ranked: RankRow | undefined
  letters: string
}

interface Props {
  regions: RegionOfRound[]
  grouping: Grouping
  scheme: SchemeId
  ranks: UseQueryResult<RoundRanks>
}

/** Totals with intervals, ranks with their confidence sets, and which regions cannot be told apart. */
export function RankTable({ regions, grouping, scheme, ranks }: Props) {
  const say = useSay()
  const [shown, show] = useState<string | null>(null)
  const [historical, setHistorical] = useState(false)
  const nameOf = (region: RegionOfRound) => say(groupOf(region, grouping) ?? text.compare.unknown)
  const names = [...new Set(regions.map(nameOf))].sort()
  // Regions by other options or scoring rules make groups of their own.
  const groups = (ranks.data?.groups ?? []).filter((group) => group.scheme === scheme)
  const ranked = new Map(groups.flatMap(({ rows }) => rows.map((row) => [row.evaluation, row])))
  const ruleOf = new Map(groups.flatMap(({ rows, rule }) => rows.map(({ evaluation }) => [evaluation, rule])))
  const bands = groups.flatMap(({ rows }) =>
    bandsOf(rows.map(({ region, notToldApart }) => ({ code: region.code, notToldApart }))),
  )
  const regionName = new Map(regions.map(({ region }) => [region.code, say(region.name)]))
  const rows = regions
    .filter((region) => shown === null || nameOf(region) === shown)
    .map(
      (region): Row => ({
        ...region,
        ranked: ranked.get(region.evaluation),
        letters: bands.flatMap(({ codes, letter }) => (codes.includes(region.region.code) ? [letter] : [])).join(' '),
      }),
    )
    .sort((a, b) => (b.result?.total ?? -1) - (a.result?.total ?? -1))
  const left = (ranks.data?.notRanked ?? []).filter(({ evaluation }) =>
    regions.some((region) => region.evaluation === evaluation),
  )

  return (
    <>
      {grouping !== 'none' && (
        <>
          <GroupTable regions={regions} nameOf={nameOf} />
          <Select
            className="compare-group"
            aria-label={say(text.compare.group)}
            value={shown ?? ''}
            onChange={(name) => show(name === '' ? null : name)}
            options={[
              { value: '', label: say(text.compare.everything) },
              ...names.map((value) => ({ value, label: value })),
            ]}
          />
        </>
      )}
      <WideTable<Row>
        rowKey="evaluation"
        size="small"
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        dataSource={rows}
        columns={[
          { title: say(text.compare.rank), align: 'right', render: (_, { ranked }) => ranked?.rank ?? gap },
          ...(groups.length > 1
            ? [
                {
                  title: say(text.compare.rule),
                  render: (_: unknown, { evaluation }: Row) => {
                    const rule = ruleOf.get(evaluation)
                    return rule === 'imported' ? say(text.sources.imported) : (rule ?? gap)
                  },
                },
              ]
            : []),
          {
            title: say(text.compare.rankSet),
            align: 'right',
            render: (_, { ranked }) => (ranked ? ranked.simultaneous.join('–') : gap),
          },
          {
            title: say(text.compare.band),
            render: (_, { ranked, letters }) => (
              <Tooltip
                title={
                  ranked &&
                  ranked.notToldApart.length > 0 &&
                  say(text.compare.apart, {
                    names: ranked.notToldApart.map((code) => regionName.get(code) ?? code).join(say(between.names)),
                  })
                }
              >
                <span>{letters || gap}</span>
              </Tooltip>
            ),
          },
          {
            title: say(text.region),
            render: (_, { evaluation, region }) => (
              <Go to={`/console/results/${encodeURIComponent(evaluation)}`}>{say(region.name)}</Go>
            ),
          },
          {
            title: say(text.results.total),
            align: 'right',
            sorter: (a, b) => (a.result?.total ?? -1) - (b.result?.total ?? -1),
            render: (_, { result }) => <strong>{showScore(result?.total)}</strong>,
          },
          {
            title: say(text.results.interval),
            align: 'right',
            render: (_, { result }) => {
              if (!result) return say(text.results.notComputable)
              return result.complete
                ? showInterval(result.uncertainty?.total?.interval)
                : `${say(text.results.between)} ${showInterval(result.bounds.total)}`
            },
          },
          {
            title: say(text.results.objective),
            align: 'right',
            sorter: (a, b) => (a.result?.objective ?? -1) - (b.result?.objective ?? -1),
            render: (_, { result }) => showScore(result?.objective),
          },
          {
            title: say(text.results.subjective),
            align: 'right',
            sorter: (a, b) => (a.result?.subjective ?? -1) - (b.result?.subjective ?? -1),
            render: (_, { result }) => showScore(result?.subjective),
          },
          {
            title: say(text.results.deductions),
            align: 'right',
            render: (_, { result }) => showScore(result?.deductions),
          },
          ...(grouping === 'none'
            ? []
            : [{ title: say(text.compare.group), render: (_: unknown, row: Row) => nameOf(row) }]),
          ...(historical
            ? [
                {
                  title: say(text.compare.historicalBand),
                  render: (_: unknown, { result }: Row) => {
                    const band = result?.total == null ? undefined : band2017Of(result.total)
                    return band ? say(band.name) : gap
                  },
                },
              ]
            : []),
          {
            title: say(text.results.state),
            render: (_, { state, version }) => (
              <Tag>
                {say(text.evaluationStates[state])}
                {version !== null && ` · ${version}`}
              </Tag>
            ),
          },
        ]}
      />
      <Checkbox checked={historical} onChange={({ target }) => setHistorical(target.checked)}>
        {say(text.compare.historical)}
      </Checkbox>
      {historical && <p className="minor">{say(text.compare.historicalHelp)}</p>}
      {groups.length > 1 && <p className="minor">{say(text.compare.ruleHelp)}</p>}
      <p className="minor">{say(text.compare.rankHelp)}</p>
      <p className="minor">{say(text.compare.bandHelp)}</p>
      {ranks.isPending ? (
        <p aria-live="polite">{say(text.compare.ranking)}</p>
      ) : (
        <Loaded query={ranks}>
          {() =>
            left.length > 0 && (
              <>
                <p className="minor">{say(text.compare.notRanked)}</p>
                <ul className="minor">
                  {left.map(({ region, evaluation, text: why }) => (
                    <li key={evaluation}>
                      {say(region.name)}: {say(why)}
                    </li>
                  ))}
                </ul>
              </>
            )
          }
        </Loaded>
      )}
    </>
  )
}
