import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Modal } from 'antd'
import type { SubjectiveScore } from '../../../../scoring/subjective/score.ts'
import type { Evaluation, NextStep } from '../../../../server/shapes/evaluation.ts'
import { FailureNote } from '../../../parts/FailureNote.tsx'
import { text } from '../../../text/console.ts'
import { useSay } from '../../../text/language.tsx'
import { ask, type Failure } from '../../api.ts'
import { refreshEvaluation } from '../../facts/useFactsDraft.ts'

interface Props {
  step: NextStep
  /** As it stood when the step was chosen: where it has changed since, the step is refused. */
  evaluation: Evaluation
  /** What needs a decision before a result is published. */
  cautions: SubjectiveScore['cautions']
  close: (taken: boolean) => void
}

/** Asks for the reason of a step, takes it, and tells who was faster. */
export function StepDialog({ step: { action, needsRemark }, evaluation, cautions, close }: Props) {
  const say = useSay()
  const client = useQueryClient()
  const [form] = Form.useForm<{ remark: string }>()
  const take = useMutation<Evaluation, Failure, { remark: string }>({
    mutationFn: ({ remark }) =>
      ask(`/api/evaluations/${encodeURIComponent(evaluation.id)}/${action}`, {
        method: 'POST',
        json: { remark },
        replaces: evaluation.revision,
      }),
    onSuccess: async () => {
      await refreshEvaluation(client, evaluation.id)
      close(true)
    },
  })
  const needsDecision = action === 'publish' && cautions.length > 0
  const required = needsRemark || needsDecision
  const outdated = take.error !== null && (take.error.code === 'newer-version' || take.error.code === 'wrong-state')

  return (
    <Modal
      open
      title={say(text.steps.actions[action])}
      okText={say(text.steps.actions[action])}
      confirmLoading={take.isPending}
      okButtonProps={{ disabled: outdated }}
      onOk={() => form.submit()}
      onCancel={() => close(false)}
    >
      <p>{say(text.steps.explain[action])}</p>
      {needsDecision && (
        <Alert
          type="warning"
          showIcon
          title={say(text.steps.remarkDecision)}
          description={
            <ul className="plain-list">
              {cautions.map((caution) => (
                <li key={caution.text.en}>{say(caution.text)}</li>
              ))}
            </ul>
          }
        />
      )}
      <Form form={form} layout="vertical" initialValues={{ remark: '' }} onFinish={(fields) => take.mutate(fields)}>
        <Form.Item
          label={say(required ? text.steps.remarkNeeded : text.steps.remark)}
          name="remark"
          rules={required ? [{ required: true, whitespace: true, message: say(text.steps.remarkMissing) }] : []}
        >
          <Input.TextArea rows={3} maxLength={5000} />
        </Form.Item>
      </Form>
      {take.error && !outdated && <FailureNote failure={take.error} />}
      {take.error && outdated && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={say(text.steps.changed)}
          description={take.error.message}
          action={
            <Button
              size="small"
              onClick={async () => {
                await refreshEvaluation(client, evaluation.id)
                close(false)
              }}
            >
              {say(text.steps.look)}
            </Button>
          }
        />
      )}
    </Modal>
  )
}
