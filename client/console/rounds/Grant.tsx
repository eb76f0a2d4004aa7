import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Select } from 'antd'
import { useState } from 'react'
import type { Account, Role, RoleGrant } from '../../../server/shapes/session.ts'
import { Refusal } from '../../parts/Refusal.tsx'
import { text as common } from '../../text/console.ts'
import { rounds as text } from '../../text/consoleRounds.ts'
import { useSay } from '../../text/language.tsx'
import { ask, type Failure } from '../api.ts'
import { Field } from '../setup/fields.tsx'
import { withGrant } from './withGrant.ts'

/** Gives an account a role for many regions at once. */
export function Grant({ round, regions }: { round: string; regions: string[] }) {
  const say = useSay()
  const client = useQueryClient()
  const [name, setName] = useState<string | null>(null)
  const [role, setRole] = useState<Role>('fieldwork')
  const accounts = useQuery({ queryKey: ['accounts'], queryFn: () => ask<Account[]>('/api/accounts') })
  const account = accounts.data?.find((one) => one.name === name)
  const give = useMutation<unknown, Failure, RoleGrant[]>({
    mutationFn: (roles) => ask(`/api/accounts/${encodeURIComponent(name ?? '')}`, { method: 'PATCH', json: { roles } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['accounts'] })
      await client.invalidateQueries({ queryKey: ['round', round] })
    },
  })
  return (
    <Card size="small" title={<h2>{say(text.grant)}</h2>}>
      <div className="stack">
        {regions.length === 0 && <p>{say(text.grantHelp)}</p>}
        <div className="field-grid">
          <Field label={say(text.account)}>
            <Select
              value={name}
              onChange={setName}
              options={(accounts.data ?? []).map((one) => ({ value: one.name, label: one.name }))}
            />
          </Field>
          <Field label={say(text.role)}>
            <Select
              value={role}
              onChange={setRole}
              options={(Object.keys(common.roles) as Role[]).map((value) => ({
                value,
                label: say(common.roles[value]),
              }))}
            />
          </Field>
        </div>
        <div>
          <Button
            disabled={!account || regions.length === 0}
            loading={give.isPending}
            onClick={() => account && give.mutate(withGrant(account.roles, role, regions))}
          >
            {say(text.give, { n: regions.length })}
          </Button>
        </div>
        {give.error && <Refusal failure={give.error} />}
        {give.isSuccess && <Alert type="success" showIcon title={say(text.given)} />}
      </div>
    </Card>
  )
}
