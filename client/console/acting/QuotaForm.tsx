import { Form, InputNumber, Radio } from 'antd'
import type { QuotaPolicy, QuotaStatus } from '../../../server/shapes/monitor.ts'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { ask } from '../api.ts'
import { ConfirmAct } from './ConfirmAct.tsx'

const words = text.acting.quotas
const policies = Object.keys(text.quotas.policies) as QuotaPolicy[]

interface Fields {
  target: number
  policy: QuotaPolicy
  tolerance: number
}

interface Props {
  survey: string
  quota: QuotaStatus
  done: (promoted: number) => Promise<void>
  close: () => void
}

/** Asks for a new target and policy; what is taken and held bounds them. */
export function QuotaForm({ survey, quota, done, close }: Props) {
  const say = useSay()
  const { id, target, policy, tolerance, taken, held } = quota
  const path = `/api/surveys/${encodeURIComponent(survey)}/quotas/${encodeURIComponent(id)}`
  return (
    <ConfirmAct<Fields>
      title={say(words.changeOf, { name: say(quota.label) })}
      name={say(words.change)}
      happens={[
        say(words.least, { taken, held, sum: taken + held }),
        ...words.happens.map((sentence) => say(sentence)),
      ]}
      initial={{ target, policy, tolerance }}
      act={async (fields) => {
        const { promoted } = await ask<{ promoted: number }>(path, { method: 'PATCH', json: fields })
        await done(promoted)
      }}
      close={close}
    >
      <Form.Item label={say(words.target)} name="target" rules={[{ required: true }]}>
        <InputNumber min={1} precision={0} />
      </Form.Item>
      <Form.Item label={say(words.policy)} name="policy">
        <Radio.Group options={policies.map((value) => ({ value, label: say(text.quotas.policies[value]) }))} />
      </Form.Item>
      <Form.Item label={say(words.tolerance)} name="tolerance" rules={[{ required: true }]}>
        <InputNumber min={0} max={100} precision={0} />
      </Form.Item>
    </ConfirmAct>
  )
}
