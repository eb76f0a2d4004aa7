import { useQuery } from '@tanstack/react-query'
import { Card, Segmented, Select, Space } from 'antd'
import { useState } from 'react'
import type { SchemeId } from '../../../server/shapes/evaluation.ts'
import type { RoundRanks } from '../../../server/shapes/ranks.ts'
import type { RoundResults } from '../../../server/shapes/roundResults.ts'
import type { Session } from '../../../server/shapes/session.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { MadeUp } from '../../parts/MadeUp.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { Subpages } from '../../parts/Subpages.tsx'
import { text } from '../../text/console.ts'
import { regions as aboutRegions } from '../../text/consoleRegions.ts'
import { useSay } from '../../text/language.tsx'
import { ask } from '../api.ts'
import { may } from '../session.tsx'
import { Distributions } from './Distributions.tsx'
import { type Grouping, groupings } from './groups.ts'
import { RankTable } from './RankTable.tsx'
import { RegionsTable } from './RegionsTable.tsx'
import { RoundExports } from './RoundExports.tsx'
import { TotalsChart } from './TotalsChart.tsx'
import './compare.css'

/** All regions of a round beside each other, a scheme at a time. */
export function ComparePage({ round, part, session }: { round: string; part: string | undefined; session: Session }) {
  const say = useSay()
  const path = `/api/rounds/${encodeURIComponent(round)}`
  const results = useQuery({ queryKey: ['round-results', round], queryFn: () => ask<RoundResults>(`${path}/results`) })
  const back = { path: '/console/results', name: say(text.results.title) }
  return (
    <Loaded query={results} without={<PageTitle title={round} back={back} />}>
      {(results) => (
        <>
          <PageTitle
            title={`${say(text.compare.title)} · ${say(results.name)}`}
            back={back}
            marks={results.madeUp && <MadeUp />}
          />
          <Compared
            results={results}
            part={part}
            mayExport={may(session, ['evaluator'])}
            mayEdit={may(session, ['evaluator', 'fieldwork'])}
          />
        </>
      )}
    </Loaded>
  )
}

function Compared({
  results,
  part,
  mayExport,
  mayEdit,
}: {
  results: RoundResults
  part: string | undefined
  mayExport: boolean
  mayEdit: boolean
}) {
  const say = useSay()
  const schemes = (['city', 'county'] as const).filter((scheme) => results.regions.some((one) => one.scheme === scheme))
  const [chosen, choose] = useState<SchemeId>(schemes[0] ?? 'city')
  const [grouping, group] = useState<Grouping>('none')
  const ranks = useQuery({
    queryKey: ['ranks', results.id],
    queryFn: () => ask<RoundRanks>(`/api/rounds/${encodeURIComponent(results.id)}/ranks`),
  })
  const regions = results.regions.filter(({ scheme }) => scheme === chosen)
  const groups = (ranks.data?.groups ?? []).filter(({ scheme }) => scheme === chosen)

  return (
    <Card>
      <Space wrap className="compare-tools">
        {schemes.length > 1 && (
          <Segmented<SchemeId>
            aria-label={say(text.scheme)}
            value={chosen}
            onChange={choose}
            options={schemes.map((value) => ({ value, label: say(text.schemes[value]) }))}
          />
        )}
        <Select<Grouping>
          aria-label={say(text.compare.groupBy)}
          value={grouping}
          onChange={group}
          options={groupings.map((value) => ({ value, label: say(text.compare.groups[value]) }))}
        />
      </Space>
      <p className="minor">{say(text.compare.basis)}</p>
      {grouping === 'size' && <p className="minor">{say(text.compare.sizeHelp)}</p>}
      <Subpages
        label={say(text.compare.parts)}
        path={`/console/compare/${encodeURIComponent(results.id)}`}
        shown={part}
        pages={[
          {
            key: 'table',
            name: say(text.compare.table),
            content: (
              <RankTable
                key={`${chosen} ${grouping}`}
                regions={regions}
                grouping={grouping}
                ranks={ranks}
                scheme={chosen}
              />
            ),
          },
          {
            key: 'chart',
            name: say(text.compare.chart),
            content: (
              <TotalsChart regions={regions} rows={groups.flatMap(({ rows }) => rows)} mixed={groups.length > 1} />
            ),
          },
          {
            key: 'indicators',
            name: say(text.compare.indicators),
            content: <Distributions scheme={chosen} regions={regions} />,
          },
          ...(mayEdit
            ? [
                {
                  key: 'regions',
                  name: say(aboutRegions.title),
                  content: <RegionsTable round={results.id} regions={regions} />,
                },
              ]
            : []),
          ...(mayExport
            ? [{ key: 'exports', name: say(text.compare.exports.title), content: <RoundExports round={results.id} /> }]
            : []),
        ]}
      />
    </Card>
  )
}
