import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card } from 'antd'
import { useState } from 'react'
import type { EligibilityInput, SurveyParticipation } from '../../../server/shapes/participation.ts'
import { Refusal } from '../../parts/Refusal.tsx'
import { samplingText } from '../../text/consoleSampling.ts'
import { useSay } from '../../text/language.tsx'
import { ask, type Failure } from '../api.ts'
import { NumberField, WordsFields } from '../setup/fields.tsx'

const text = samplingText.eligibility
const empty = { zh: '', en: '' }

/** Takes e of RR3 and RR4, with where it comes from; nothing where nobody was drawn. */
export function EligibilityCard({ survey }: { survey: string }) {
  const say = useSay()
  const client = useQueryClient()
  const [given, setGiven] = useState<number>()
  const [source, setSource] = useState(empty)
  const path = `/api/surveys/${encodeURIComponent(survey)}`
  const { data } = useQuery({
    queryKey: ['participation', survey, 'eligibility'],
    queryFn: () => ask<SurveyParticipation>(`${path}/participation`),
  })
  const set = useMutation<SurveyParticipation, Failure, EligibilityInput>({
    mutationFn: (json) => ask(`${path}/eligibility`, { method: 'PUT', json }),
    onSuccess: async () => {
      setGiven(undefined)
      setSource(empty)
      await client.invalidateQueries({ queryKey: ['participation', survey] })
      await client.invalidateQueries({ queryKey: ['log', survey] })
    },
  })
  if (!data?.outcomes) return null
  const { share, source: known } = data.outcomes.rates.eligibility
  const percent = given ?? Math.round(share * 1000) / 10
  return (
    <Card title={say(text.title)}>
      <p>{say(text.help)}</p>
      <p>{say(text.now, { share: share.toFixed(3), source: say(known) })}</p>
      <div className="field-grid">
        <NumberField label={say(text.share)} value={percent} set={setGiven} min={0} max={100} name="eligible-share" />
        <WordsFields label={say(text.source)} value={source} set={setSource} name="eligible-source" />
      </div>
      <Button
        disabled={source.zh.trim() === ''}
        loading={set.isPending}
        onClick={() => set.mutate({ share: percent / 100, source: { ...source, en: source.en.trim() || source.zh } })}
      >
        {say(text.record)}
      </Button>
      {set.error && <Refusal failure={set.error} />}
    </Card>
  )
}
