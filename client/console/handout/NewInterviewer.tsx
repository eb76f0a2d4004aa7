import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { Refusal } from '../../parts/Refusal.tsx'
import { handout } from '../../text/consoleHandout.ts'
import { useSay } from '../../text/language.tsx'
import { ask, type Failure } from '../api.ts'
import { Field } from '../setup/fields.tsx'

const text = handout.interviewers

/** Makes an interviewer's account for a region. */
export function NewInterviewer({ region, made }: { region: string; made: (account: string) => Promise<void> }) {
  const say = useSay()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const make = useMutation<{ name: string }, Failure>({
    mutationFn: () =>
      ask('/api/accounts', {
        method: 'POST',
        json: { name, password, roles: [{ role: 'interviewer', regions: [region] }] },
      }),
    onSuccess: async () => {
      await made(name)
      setName('')
      setPassword('')
    },
  })
  return (
    <>
      <h3>{say(text.add)}</h3>
      <div className="field-grid">
        <Field label={say(text.name)}>
          <Input name="interviewer" autoComplete="off" value={name} onChange={({ target }) => setName(target.value)} />
        </Field>
        <Field label={say(text.password)}>
          <Input
            type="password"
            name="first-password"
            autoComplete="new-password"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        </Field>
      </div>
      <div>
        <Button disabled={name === '' || password === ''} loading={make.isPending} onClick={() => make.mutate()}>
          {say(text.add)}
        </Button>
      </div>
      {make.error && <Refusal failure={make.error} />}
      {make.data && <Alert type="success" showIcon title={say(text.made, { name: make.data.name })} />}
    </>
  )
}
