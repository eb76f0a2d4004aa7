import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Switch, Tag } from 'antd'
import { useState } from 'react'
import type { Account, RoleGrant } from '../../../server/shapes/session.ts'
import { FailureNote } from '../../parts/FailureNote.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { useLanguage, useSay } from '../../text/language.tsx'
import { showTime } from '../../text/numbers.ts'
import { ask, type Failure } from '../api.ts'
import { AccountForm } from './AccountForm.tsx'

/** Who may do what, for administrators. */
export function Accounts() {
  const say = useSay()
  const { language } = useLanguage()
  const client = useQueryClient()
  const accounts = useQuery({ queryKey: ['accounts'], queryFn: () => ask<Account[]>('/api/accounts') })
  const [editing, setEditing] = useState<Account | 'new'>()
  const change = useMutation<unknown, Failure, { name: string; disabled: boolean }>({
    mutationFn: ({ name, disabled }) =>
      ask(`/api/accounts/${encodeURIComponent(name)}`, { method: 'PATCH', json: { disabled } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  })

  return (
    <>
      <PageTitle
        title={say(text.accounts.title)}
        actions={
          <Button type="primary" onClick={() => setEditing('new')}>
            {say(text.accounts.add)}
          </Button>
        }
      />
      {change.error && <FailureNote failure={change.error} />}
      <Card>
        <Loaded query={accounts}>
          {(list) => (
            <WideTable<Account>
              rowKey="name"
              dataSource={list}
              columns={[
                { title: say(text.accounts.name), dataIndex: 'name' },
                {
                  title: say(text.accounts.roles),
                  dataIndex: 'roles',
                  render: (roles: RoleGrant[]) =>
                    roles.map(({ role, regions }) => (
                      <Tag key={role}>
                        {say(text.roles[role])}
                        {regions && `：${regions.join('、')}`}
                      </Tag>
                    )),
                },
                {
                  title: say(text.accounts.since),
                  dataIndex: 'createdAt',
                  render: (at: string) => showTime(at, language),
                },
                {
                  title: say(text.accounts.enabled),
                  render: (_, { name, disabled }) => (
                    <Switch
                      aria-label={say(text.accounts.enabledOf, { name })}
                      checked={!disabled}
                      loading={change.isPending && change.variables.name === name}
                      onChange={(enabled) => change.mutate({ name, disabled: !enabled })}
                    />
                  ),
                },
                {
                  title: '',
                  render: (_, account) => (
                    <Button type="link" onClick={() => setEditing(account)}>
                      {say(text.accounts.edit)}
                    </Button>
                  ),
                },
              ]}
            />
          )}
        </Loaded>
      </Card>
      {editing && <AccountForm account={editing === 'new' ? null : editing} close={() => setEditing(undefined)} />}
    </>
  )
}
