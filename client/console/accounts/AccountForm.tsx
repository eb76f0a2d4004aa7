import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Form, Input, Modal, Select } from 'antd'
import type { EvaluationSummary } from '../../../server/shapes/evaluation.ts'
import type { Account, Role, RoleGrant } from '../../../server/shapes/session.ts'
import { FailureNote } from '../../parts/FailureNote.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { ask, type Failure } from '../api.ts'

interface Fields {
  name: string
  password?: string
  roles: Role[]
  /** Empty: all regions. */
  regions: string[]
}

/** Makes an account, or changes one. */
export function AccountForm({ account, close }: { account: Account | null; close: () => void }) {
  const say = useSay()
  const client = useQueryClient()
  const [form] = Form.useForm<Fields>()
  const evaluations = useQuery({
    queryKey: ['evaluations'],
    queryFn: () => ask<EvaluationSummary[]>('/api/evaluations'),
  })
  const save = useMutation<unknown, Failure, Fields>({
    mutationFn: (fields) => (account ? change(account, fields) : create(fields)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['accounts'] })
      close()
    },
  })

  const passwordRules = [
    { required: !account, message: say(text.accounts.passwordMissing) },
    { min: 10, message: say(text.accounts.passwordShort) },
  ]
  return (
    <Modal
      open
      title={account ? say(text.accounts.editOf, { name: account.name }) : say(text.accounts.add)}
      okText={say(text.accounts.save)}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={fieldsOf(account)}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.Item
          label={say(text.accounts.name)}
          name="name"
          rules={[{ required: true, pattern: /^[\p{L}\p{N}._-]{2,50}$/u, message: say(text.accounts.nameRule) }]}
        >
          <Input disabled={account !== null} autoComplete="off" />
        </Form.Item>
        <Form.Item
          label={account ? say(text.accounts.newPassword) : say(text.signIn.password)}
          name="password"
          rules={passwordRules}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          label={say(text.accounts.roles)}
          name="roles"
          rules={[{ required: true, message: say(text.accounts.rolesMissing) }]}
        >
          <Checkbox.Group className="role-list">
            {roles.map((role) => (
              <Checkbox key={role} value={role}>
                {say(text.roles[role])} <small>{say(text.roleHelp[role])}</small>
              </Checkbox>
            ))}
          </Checkbox.Group>
        </Form.Item>
        <Form.Item label={say(text.accounts.regions)} name="regions" extra={say(text.accounts.regionsHelp)}>
          <Select
            mode="multiple"
            options={(evaluations.data ?? []).map(({ region }) => ({ value: region.code, label: say(region.name) }))}
          />
        </Form.Item>
      </Form>
      {save.error && <FailureNote failure={save.error} />}
    </Modal>
  )
}

const roles = Object.keys(text.roles) as Role[]

const fieldsOf = (account: Account | null): Fields => ({
  name: account?.name ?? '',
  roles: account?.roles.map(({ role }) => role) ?? [],
  regions:
    account?.roles.flatMap(({ regions }) => regions ?? []).filter((code, at, all) => all.indexOf(code) === at) ?? [],
})

const grants = ({ roles, regions }: Fields): RoleGrant[] =>
  roles.map((role) => ({ role, regions: regions.length > 0 ? regions : null }))

const create = (fields: Fields) =>
  ask('/api/accounts', {
    method: 'POST',
    json: { name: fields.name, password: fields.password, roles: grants(fields) },
  })

const change = ({ name }: Account, fields: Fields) =>
  ask(`/api/accounts/${encodeURIComponent(name)}`, {
    method: 'PATCH',
    json: { roles: grants(fields), ...(fields.password && { password: fields.password }) },
  })
