import { Alert, Checkbox, Radio } from 'antd'
import { setupSteps } from '../../../text/consoleSetupSteps.ts'
import { useSay } from '../../../text/language.tsx'
import { NumberField } from '../fields.tsx'
import type { Plan } from '../plan.ts'
import type { StepProps } from '../usePlan.ts'

const text = setupSteps.channels
const channels = ['open', 'invitation', 'signed', 'assisted', 'paper'] as const

/** How responses may arrive, and what happens over quota. */
export function ChannelStep({ plan, change }: StepProps) {
  const say = useSay()
  return (
    <>
      <p>{say(text.intro)}</p>
      <Checkbox.Group
        className="role-list"
        value={plan.channels}
        onChange={(chosen) => change({ channels: channels.filter((channel) => chosen.includes(channel)) })}
      >
        {channels.map((channel) => (
          <Checkbox key={channel} value={channel}>
            {say(text.names[channel])} <small>{say(text.help[channel])}</small>
          </Checkbox>
        ))}
      </Checkbox.Group>
      {plan.channels.length > 0 && <Alert type="info" showIcon title={say(text.kinds[kindOf(plan)])} />}
      <fieldset>
        <legend>{say(text.over)}</legend>
        <Radio.Group
          value={plan.overQuota}
          onChange={({ target }) => change({ overQuota: target.value })}
          options={(['continue', 'end'] as const).map((value) => ({ value, label: say(text.overChoices[value]) }))}
        />
      </fieldset>
      <Checkbox checked={plan.placeRequired} onChange={({ target }) => change({ placeRequired: target.checked })}>
        {say(text.place)}
      </Checkbox>
      <Checkbox checked={plan.proofOfWork} onChange={({ target }) => change({ proofOfWork: target.checked })}>
        {say(text.proof)}
      </Checkbox>
      <NumberField
        label={say(text.grace)}
        name="grace"
        value={plan.graceHours}
        set={(graceHours) => change({ graceHours })}
        min={0}
        max={168}
      />
    </>
  )
}

function kindOf({ channels }: Pick<Plan, 'channels'>): 'probability' | 'model' | 'mixed' {
  if (!channels.includes('invitation')) return 'model'
  return channels.some((channel) => channel === 'open' || channel === 'signed') ? 'mixed' : 'probability'
}
