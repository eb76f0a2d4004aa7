import { Alert, Button, Space } from 'antd'
import { useState } from 'react'
import type { SubjectiveScore } from '../../../../scoring/subjective/score.ts'
import type { Evaluation, NextStep, StepAction } from '../../../../server/shapes/evaluation.ts'
import type { Session } from '../../../../server/shapes/session.ts'
import { text } from '../../../text/console.ts'
import { useSay } from '../../../text/language.tsx'
import { may } from '../../session.tsx'
import { StepDialog } from './StepDialog.tsx'

interface Props {
  evaluation: Evaluation
  session: Session
  survey: SubjectiveScore | null
}

/** What can be done with an evaluation now, and why this person cannot do the rest. */
export function Steps({ evaluation, session, survey }: Props) {
  const say = useSay()
  // As it stood when the step was chosen, whatever is learned meanwhile.
  const [chosen, choose] = useState<{ step: NextStep; seen: Evaluation } | null>(null)
  const [done, setDone] = useState<StepAction | null>(null)
  const own = evaluation.next.filter(({ roles }) => may(session, [...roles], evaluation.region.code))
  const others = evaluation.next.filter((step) => !own.includes(step))
  const isOwnResult = evaluation.computedBy === session.user.name
  const barred = (action: StepAction) => action === 'publish' && isOwnResult
  const reasons = [
    ...own
      .filter(({ action }) => barred(action))
      .map(() => say(text.steps.fourEyes, { version: evaluation.resultVersion ?? 0, name: session.user.name })),
    ...others.map(({ action, roles }) =>
      say(text.steps.needsRole, {
        action: say(text.steps.actions[action]),
        roles: roles.map((role) => say(text.roles[role])).join(' / '),
      }),
    ),
  ]

  return (
    <section className="steps" aria-label={say(text.steps.title)}>
      <Space wrap>
        {own.map((step, at) => (
          <Button
            key={step.action}
            type={at === 0 && !barred(step.action) ? 'primary' : 'default'}
            disabled={barred(step.action)}
            onClick={() => {
              setDone(null)
              choose({ step, seen: evaluation })
            }}
          >
            {say(text.steps.actions[step.action])}
          </Button>
        ))}
      </Space>
      {reasons.length > 0 && (
        <ul className="plain-list minor">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <div aria-live="polite">{done && <Alert type="success" showIcon title={say(text.steps.done[done])} />}</div>
      {chosen && (
        <StepDialog
          step={chosen.step}
          evaluation={chosen.seen}
          cautions={(survey?.cautions ?? []).filter(({ blocks }) => blocks)}
          close={(taken) => {
            choose(null)
            if (taken) setDone(chosen.step.action)
          }}
        />
      )}
    </section>
  )
}
