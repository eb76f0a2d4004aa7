import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Select, Upload } from 'antd'
import { useState } from 'react'
import type { EvaluationSummary } from '../../../server/shapes/evaluation.ts'
import type { SurveysCreated } from '../../../server/shapes/setup.ts'
import { Refusal } from '../../parts/Refusal.tsx'
import { rounds as text } from '../../text/consoleRounds.ts'
import { useSay } from '../../text/language.tsx'
import { ask, type Failure } from '../api.ts'
import { Field } from '../setup/fields.tsx'

/** Makes the surveys of many regions after one that is there. */
export function Many({ round, surveys }: { round: string; surveys: string[] }) {
  const say = useSay()
  const client = useQueryClient()
  const [chosen, setChosen] = useState<string | null>(null)
  const evaluations = useQuery({
    queryKey: ['evaluations'],
    queryFn: () => ask<EvaluationSummary[]>('/api/evaluations'),
  })
  const others = (evaluations.data ?? []).flatMap(({ survey, madeUp }) => (survey && !madeUp ? [survey] : []))
  const templates = [...new Set([...surveys, ...others])]
  const template = chosen ?? templates[0] ?? null
  const query = `template=${encodeURIComponent(template ?? '')}`
  const make = useMutation<SurveysCreated, Failure, File>({
    mutationFn: (file) =>
      ask(`/api/setup/rounds/${encodeURIComponent(round)}/surveys?${query}`, { method: 'POST', file }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['round', round] })
      await client.invalidateQueries({ queryKey: ['evaluations'] })
    },
  })
  return (
    <Card title={<h2>{say(text.many)}</h2>}>
      <div className="stack">
        <p>{say(text.manyHelp)}</p>
        <Field label={say(text.template)}>
          <Select
            value={template}
            onChange={setChosen}
            options={templates.map((survey) => ({ value: survey, label: survey }))}
          />
        </Field>
        <div className="button-line">
          {template && (
            <a href={`/api/setup/surveys.csv?${query}`} download>
              {say(text.empty)}
            </a>
          )}
          <Upload
            accept=".csv,.xlsx"
            showUploadList={false}
            disabled={template === null}
            beforeUpload={(file) => {
              make.mutate(file)
              return false
            }}
          >
            <Button disabled={template === null} loading={make.isPending}>
              {say(text.upload)}
            </Button>
          </Upload>
        </div>
        {make.error && <Refusal failure={make.error} />}
        {make.data && <Alert type="success" showIcon title={say(text.made, { n: make.data.surveys.length })} />}
      </div>
    </Card>
  )
}
