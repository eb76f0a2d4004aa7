import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Input } from 'antd'
import { useState } from 'react'
import type { Account, Session } from '../../../server/shapes/session.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { Refusal } from '../../parts/Refusal.tsx'
import { handout } from '../../text/consoleHandout.ts'
import { useSay } from '../../text/language.tsx'
import { ask, type Failure } from '../api.ts'
import { may } from '../session.tsx'
import { Field } from '../setup/fields.tsx'

const text = handout.interviewers

/** Who may write down answers for others in this region. */
export function Interviewers({ region, session }: { region: string; session: Session }) {
  const say = useSay()
  return (
    <Card title={<h2>{say(handout.pages.interviewers)}</h2>}>
      <div className="stack">
        <p>{say(text.intro)}</p>
        {may(session, ['administrator']) ? (
          <Accounts region={region} />
        ) : (
          <Alert type="info" showIcon title={say(text.notYours)} />
        )}
      </div>
    </Card>
  )
}

function Accounts({ region }: { region: string }) {
  const say = useSay()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const accounts = useQuery({ queryKey: ['accounts'], queryFn: () => ask<Account[]>('/api/accounts') })
  const make = useMutation<{ name: string }, Failure>({
    mutationFn: () =>
      ask('/api/accounts', {
        method: 'POST',
        json: { name, password, roles: [{ role: 'fieldwork', regions: [region] }] },
      }),
    onSuccess: async () => {
      setName('')
      setPassword('')
      await client.invalidateQueries({ queryKey: ['accounts'] })
    },
  })
  return (
    <>
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
        <Button
          type="primary"
          disabled={name.length < 2 || password.length < 10}
          loading={make.isPending}
          onClick={() => make.mutate()}
        >
          {say(text.add)}
        </Button>
      </div>
      {make.error && <Refusal failure={make.error} />}
      {make.data && <Alert type="success" showIcon title={say(text.made, { name: make.data.name })} />}
      <h3>{say(text.list)}</h3>
      <Loaded query={accounts}>
        {(list) => {
          const able = list.flatMap(({ name, roles, disabled }) => {
            const grant = roles.find(
              ({ role, regions }) => role === 'fieldwork' && (regions === null || regions.includes(region)),
            )
            return grant && !disabled ? [{ name, all: grant.regions === null }] : []
          })
          return able.length === 0 ? (
            <p>{say(text.none)}</p>
          ) : (
            <ul>
              {able.map(({ name, all }) => (
                <li key={name}>
                  {name} {all && <small>{say(text.all)}</small>}
                </li>
              ))}
            </ul>
          )
        }}
      </Loaded>
    </>
  )
}
