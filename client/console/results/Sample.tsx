import { useQuery } from '@tanstack/react-query'
import type { Text } from '../../../scoring/text.ts'
import type { VariableShares } from '../../../server/shapes/monitor.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { ask } from '../api.ts'
import { SampleLegend, SampleVariables } from '../fieldwork/SampleTable.tsx'

/** What kind of sample the score rests on, and who is in it beside who lives there. */
export function Sample({ survey, disclosure }: { survey: string; disclosure: Text | null }) {
  const say = useSay()
  const query = useQuery({
    queryKey: ['sample', survey],
    queryFn: () => ask<VariableShares[]>(`/api/surveys/${encodeURIComponent(survey)}/sample`),
  })
  return (
    <>
      <h3>{say(text.sample.title)}</h3>
      {disclosure && <p>{say(disclosure)}</p>}
      <Loaded query={query}>
        {(sample) =>
          sample.length > 0 && (
            <>
              <SampleLegend />
              <SampleVariables sample={sample} />
            </>
          )
        }
      </Loaded>
    </>
  )
}
