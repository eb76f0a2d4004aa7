import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Input, InputNumber, Select, Space, Switch } from 'antd'
import type { AlertKind, AlertSettings, AlertsPage } from '../../../server/shapes/alerts.ts'
import { FailureNote } from '../../parts/FailureNote.tsx'
import { between } from '../../text/between.ts'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { ask, type Failure } from '../api.ts'

const words = text.alerts

interface Fields {
  rules: Record<AlertKind, { on: boolean; threshold: number }>
  webhook?: string
  emails?: string[]
}

/** Which rules watch the survey, at which thresholds, and where alerts are sent. */
export function AlertSettingsForm({
  path,
  page: { settings, secret, mail, names },
  changed,
}: {
  path: string
  page: AlertsPage
  changed: () => Promise<void>
}) {
  const say = useSay()
  const kinds = Object.keys(names) as AlertKind[]
  const save = useMutation<unknown, Failure, Fields>({
    mutationFn: (fields) => ask(`${path}/settings`, { method: 'PUT', json: settingsOf(fields) }),
    onSuccess: changed,
  })
  const test = useMutation<unknown, Failure, void>({
    mutationFn: () => ask(`${path}/test`, { method: 'POST' }),
    onSuccess: changed,
  })
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      initialValues={fieldsOf(settings)}
      onFinish={(fields) => save.mutate(fields)}
    >
      {kinds.map((kind) => {
        const { name, unit } = names[kind]
        return (
          <div key={kind} className="alert-rule">
            <Form.Item name={['rules', kind, 'on']} valuePropName="checked" noStyle>
              <Switch size="small" aria-label={say(words.rule, { name: say(name) })} />
            </Form.Item>
            <span>{say(name)}</span>
            <Form.Item name={['rules', kind, 'threshold']} noStyle rules={[{ required: true }]}>
              <InputNumber min={1} aria-label={say(words.threshold, { name: say(name) })} />
            </Form.Item>
            <small>{say(unit)}</small>
          </div>
        )
      })}
      <Form.Item label={say(words.webhook)} name="webhook" extra={say(words.webhookHelp)}>
        <Input type="url" placeholder="https://" />
      </Form.Item>
      {secret && (
        <p>
          {say(words.secret)}: <code className="alert-secret">{secret}</code>
        </p>
      )}
      <Form.Item label={say(words.emails)} name="emails" extra={mail ? undefined : say(words.noMail)}>
        <Select mode="tags" open={false} suffixIcon={null} disabled={!mail} />
      </Form.Item>
      {save.error && <Refused failure={save.error} />}
      {test.error && <FailureNote failure={test.error} />}
      {save.isSuccess && <Alert type="success" showIcon role="status" title={say(words.saved)} />}
      <Space wrap className="table-foot">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say(words.save)}
        </Button>
        <Button loading={test.isPending} onClick={() => test.mutate()}>
          {say(words.test)}
        </Button>
      </Space>
    </Form>
  )
}

function Refused({ failure }: { failure: Failure }) {
  const say = useSay()
  if (failure.errors.length === 0) return <FailureNote failure={failure} />
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={failure.errors.map(({ message }) => say(message)).join(say(between.parts))}
    />
  )
}

const fieldsOf = ({ rules, webhook, emails }: AlertSettings): Fields => ({
  rules: Object.fromEntries(rules.map(({ kind, on, threshold }) => [kind, { on, threshold }])) as Fields['rules'],
  ...(webhook !== null && { webhook }),
  emails,
})

const settingsOf = ({ rules, webhook, emails = [] }: Fields): AlertSettings => ({
  rules: (Object.keys(rules) as AlertKind[]).map((kind) => ({ kind, ...rules[kind] })),
  webhook: webhook?.trim() || null,
  emails,
})
