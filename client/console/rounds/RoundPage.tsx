import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { RoundOverview } from '../../../server/shapes/round.ts'
import type { Session } from '../../../server/shapes/session.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { MadeUp } from '../../parts/MadeUp.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { rounds as text } from '../../text/consoleRounds.ts'
import { useSay } from '../../text/language.tsx'
import { showCount } from '../../text/numbers.ts'
import { ask } from '../api.ts'
import { may } from '../session.tsx'
import '../setup/setup.css'
import { Grant } from './Grant.tsx'
import { Many } from './Many.tsx'
import { RoundTable } from './RoundTable.tsx'

/** Half a minute: whoever looks at three hundred surveys does not wait for each response. */
const freshFor = 30_000

/** Where every region of a round stands. */
export function RoundPage({ round, session }: { round: string; session: Session }) {
  const say = useSay()
  const [wanted, setWanted] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const overview = useQuery({
    queryKey: ['round', round],
    queryFn: () => ask<RoundOverview>(`/api/rounds/${encodeURIComponent(round)}/overview`),
    refetchInterval: freshFor,
  })
  const back = { path: '/console/rounds', name: say(text.title) }
  const keepsAccounts = may(session, ['administrator'])
  return (
    <Loaded query={overview} without={<PageTitle title={round} back={back} />}>
      {({ name, madeUp, rows }) => {
        const shown = rows.filter(({ region: { code, name } }) =>
          [code, name.zh, name.en].some((one) => one.toLowerCase().includes(wanted.trim().toLowerCase())),
        )
        const surveys = rows.flatMap(({ survey }) => survey ?? [])
        return (
          <>
            <PageTitle title={say(name)} back={back} marks={madeUp && <MadeUp />} />
            <p data-figure="round">
              {say(text.figures, {
                regions: rows.length,
                surveys: surveys.length,
                open: surveys.filter(({ state }) => state === 'open').length,
                accepted: showCount(surveys.reduce((sum, { accepted }) => sum + accepted, 0)),
              })}
            </p>
            <div className="button-line">
              <Input.Search
                className="round-filter"
                aria-label={say(text.filter)}
                placeholder={say(text.filter)}
                allowClear
                value={wanted}
                onChange={({ target }) => setWanted(target.value)}
              />
              {keepsAccounts && (
                <Button onClick={() => setChosen(chosen.length === 0 ? shown.map(({ region }) => region.code) : [])}>
                  {say(chosen.length === 0 ? text.all : text.nobody)}
                </Button>
              )}
            </div>
            <RoundTable
              rows={shown}
              showAccounts={keepsAccounts}
              chosen={chosen}
              choose={keepsAccounts ? setChosen : undefined}
            />
            {keepsAccounts && <Grant round={round} regions={chosen} />}
            {may(session, ['fieldwork']) && !madeUp && <Many round={round} surveys={surveys.map(({ id }) => id)} />}
          </>
        )
      }}
    </Loaded>
  )
}
