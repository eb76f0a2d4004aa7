import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Card, Input, Select } from 'antd'
import { useState } from 'react'
import type { CallOutcome } from '../../../server/shapes/channel.ts'
import { Refusal } from '../../parts/Refusal.tsx'
import { dispositions } from '../../text/consoleDispositions.ts'
import { interviews as words } from '../../text/consoleInterviews.ts'
import { useSay } from '../../text/language.tsx'
import { ask, type Failure } from '../api.ts'
import { Field } from '../setup/fields.tsx'

/** What a call or visit may come to without answers, the commonest first; those with answers are known. */
const outcomes = [
  ...(['3.13', '3.12', '2.2', '2.21', '2.22', '2.111', '2.12', '2.32', '2.33'] as const),
  ...(['3.2', '4.11', '4.3', '4.5', '4.7', '4.8', '3.11'] as const),
] satisfies CallOutcome[]

/** Notes what a call came to that ended without answers: by the office's number, or by the code of an invitation. */
export function Outcome({ survey }: { survey: string }) {
  const say = useSay()
  const [reference, setReference] = useState('')
  const [code, setCode] = useState('')
  const [disposition, setDisposition] = useState<CallOutcome>('3.13')
  const path = `/api/surveys/${encodeURIComponent(survey)}`
  const note = useMutation<unknown, Failure, void>({
    mutationFn: () =>
      code === ''
        ? ask(`${path}/calls`, { method: 'POST', json: { reference, disposition } })
        : ask(`${path}/invitations/${encodeURIComponent(code)}`, { method: 'PATCH', json: { disposition } }),
    onSuccess: () => {
      setReference('')
      setCode('')
    },
  })
  return (
    <Card title={say(words.outcome)}>
      <p className="muted">{say(words.outcomeHelp)}</p>
      <div className="field-grid">
        <Field label={say(words.reference)}>
          <Input
            name="reference"
            autoComplete="off"
            disabled={code !== ''}
            value={reference}
            onChange={({ target }) => setReference(target.value)}
          />
        </Field>
        <Field label={say(words.code)}>
          <Input
            name="code"
            autoComplete="off"
            disabled={reference !== ''}
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        </Field>
        <Field label={say(words.cameTo)}>
          <Select
            value={disposition}
            onChange={setDisposition}
            options={outcomes.map((value) => ({ value, label: `${value} ${say(dispositions[value])}` }))}
          />
        </Field>
      </div>
      <Button
        className="interview-steps"
        disabled={reference === '' && code === ''}
        loading={note.isPending}
        onClick={() => note.mutate()}
      >
        {say(words.note)}
      </Button>
      {note.error && <Refusal failure={note.error} />}
      {note.isSuccess && <Alert type="success" showIcon role="status" title={say(words.noted)} />}
    </Card>
  )
}
