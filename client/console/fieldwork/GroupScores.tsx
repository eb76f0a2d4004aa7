import { useQuery } from '@tanstack/react-query'
import { Card, Segmented, Select, Skeleton } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { Groups } from '../../../server/shapes/sensitivity.ts'
import { Explained } from '../../parts/Explained.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { text } from '../../text/console.ts'
import { explained } from '../../text/consoleExplained.ts'
import { otherGroups as other } from '../../text/consoleGroups.ts'
import { useSay } from '../../text/language.tsx'
import { ask } from '../api.ts'

const ScoreBars = lazy(() => import('../../charts/ScoreBars.tsx').then(({ ScoreBars }) => ({ default: ScoreBars })))

const words = text.watching.groups
const every = 15_000

/** The live score with its interval by district, age, sex …, or by another question; small groups withheld. */
export function GroupScores({ survey }: { survey: string }) {
  const say = useSay()
  const [by, setBy] = useState<string>()
  const groups = useQuery({
    queryKey: ['groups', survey, by],
    queryFn: () =>
      ask<Groups>(
        `/api/surveys/${encodeURIComponent(survey)}/groups${by === undefined ? '' : `?by=${encodeURIComponent(by)}`}`,
      ),
    refetchInterval: every,
    placeholderData: (before) => before,
  })
  return (
    <Card title={<Explained {...explained.groups} />}>
      <p className="muted">{say(words.help)}</p>
      <Loaded query={groups}>
        {({ variables, questions }) => (
          <>
            {questions.length > 0 && (
              <p>
                <Select
                  aria-label={say(other.label)}
                  style={{ width: '100%', maxWidth: 420 }}
                  value={by ?? ''}
                  onChange={(chosen) => setBy(chosen === '' ? undefined : chosen)}
                  options={[
                    { value: '', label: say(other.design) },
                    ...questions.map(({ question, label }) => ({ value: question, label: say(label) })),
                  ]}
                />
              </p>
            )}
            {groups.isPlaceholderData ? (
              <Skeleton active paragraph={{ rows: 8 }} />
            ) : (
              <Variables key={by ?? ''} variables={variables} />
            )}
          </>
        )}
      </Loaded>
    </Card>
  )
}

function Variables({ variables }: Pick<Groups, 'variables'>) {
  const say = useSay()
  const [name, setName] = useState(variables.at(-1)?.variable)
  const shown = variables.find(({ variable }) => variable === name) ?? variables.at(-1)
  if (!shown) return null
  const withheld = shown.groups.filter(({ suppressed }) => suppressed !== null)
  return (
    <>
      <Segmented
        aria-label={say(words.variable)}
        value={shown.variable}
        onChange={setName}
        options={variables.map(({ variable, label }) => ({ value: variable, label: say(label) }))}
      />
      <Suspense fallback={<div className="chart-space" />}>
        <ScoreBars
          title={`${say(words.title)}: ${say(shown.label)}`}
          name={say(text.score)}
          bars={shown.groups
            .filter(({ suppressed }) => suppressed === null)
            .map(({ label, n, score, interval }) => ({ label: `${say(label)} (${n})`, score, interval }))}
        />
      </Suspense>
      {withheld.length > 0 && (
        <small>{say(words.withheld, { names: withheld.map(({ label }) => say(label)).join('、') })}</small>
      )}
    </>
  )
}
