import { useQuery } from '@tanstack/react-query'
import { Alert, Segmented } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { Comparison as Line } from '../../../scoring/analysis/comparison.ts'
import type { ComparedAmong, RegionComparison } from '../../../server/shapes/analysis.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { comparison as words } from '../../text/consoleAnalysis.ts'
import { regions } from '../../text/consoleRegions.ts'
import { useSay } from '../../text/language.tsx'
import { gap, showChange, showCount, showScore } from '../../text/numbers.ts'
import { ask } from '../api.ts'

const ProfileRadar = lazy(() =>
  import('../../charts/ProfileRadar.tsx').then(({ ProfileRadar }) => ({ default: ProfileRadar })),
)
const ComparedBars = lazy(() =>
  import('../../charts/ComparedBars.tsx').then(({ ComparedBars }) => ({ default: ComparedBars })),
)

/** A region beside the mean and the best of its group: as a radar, as bars, in figures. */
export function Comparison({ id }: { id: string }) {
  const say = useSay()
  const [among, choose] = useState<ComparedAmong>('round')
  const query = useQuery({
    queryKey: ['comparison', id, among],
    queryFn: () => ask<RegionComparison>(`/api/evaluations/${encodeURIComponent(id)}/comparison?among=${among}`),
  })
  return (
    <>
      <Segmented<ComparedAmong>
        aria-label={say(regions.among)}
        value={among}
        onChange={choose}
        options={(['round', 'province', 'size'] as const).map((value) => ({
          value,
          label: say(regions.groups[value]),
        }))}
      />
      <Loaded query={query}>{(found) => <Compared {...found} say={say} />}</Loaded>
    </>
  )
}

function Compared({ regions: count, group, lines, say }: RegionComparison & { say: ReturnType<typeof useSay> }) {
  const names = { own: say(words.own), mean: say(words.mean), best: say(words.best) }
  const profiles = lines
    .filter(({ kind }) => kind === 'dimension')
    .map(({ id, name, own, mean, best }) => ({ label: `${id} ${say(name)}`, own, mean, best: best?.score ?? null }))
  const title = say(words.title)
  return (
    <>
      <p>
        {say(words.explain, { n: count })} {group && say(regions.groupIs, { name: say(group) })}
      </p>
      {count < 2 && <Alert type="info" showIcon title={say(words.alone)} />}
      <Suspense fallback={<div className="chart-space" />}>
        <div className="two-columns">
          <ProfileRadar {...{ profiles, names, title }} />
          <ComparedBars {...{ profiles, names, title }} />
        </div>
      </Suspense>
      <h3>{say(words.table)}</h3>
      <WideTable<Line>
        size="small"
        rowKey="id"
        dataSource={lines}
        columns={[
          {
            title: say(text.tree.name),
            render: (_, { id, name, kind }) => (
              <span className={kind === 'indicator' ? 'indented' : ''}>
                {kind !== 'total' && <code>{id}</code>} {say(name)}{' '}
                {kind === 'deduction' && <small>{say(words.leastOff)}</small>}
              </span>
            ),
          },
          { title: names.own, dataIndex: 'own', align: 'right', render: showScore },
          { title: names.mean, dataIndex: 'mean', align: 'right', render: showScore },
          {
            title: say(words.difference),
            align: 'right',
            render: (_, { own, mean }) => (own === null || mean === null ? gap : showChange(own - mean)),
          },
          {
            title: names.best,
            align: 'right',
            render: (_, { best }) =>
              best && (
                <>
                  {showScore(best.score)} <small>{say(best.name)}</small>
                </>
              ),
          },
          { title: say(words.regions), dataIndex: 'regions', align: 'right', render: showCount },
        ]}
      />
    </>
  )
}
