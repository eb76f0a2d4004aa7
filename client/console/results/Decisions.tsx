import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Form, Input } from 'antd'
import type { Obstacles } from '../../../server/shapes/decision.ts'
import type { Evaluation } from '../../../server/shapes/evaluation.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { samplingText } from '../../text/consoleSampling.ts'
import { useSay } from '../../text/language.tsx'
import { ask } from '../api.ts'

const text = samplingText.decisions

/** What keeps the survey score from being published, and the decisions about it; nothing where nothing does. */
export function Decisions({ evaluation, mayDecide }: { evaluation: Evaluation; mayDecide: boolean }) {
  const say = useSay()
  const path = `/api/evaluations/${encodeURIComponent(evaluation.id)}/obstacles`
  const key = ['obstacles', evaluation.id, evaluation.state, evaluation.resultVersion]
  const query = useQuery({ queryKey: key, queryFn: () => ask<Obstacles>(path) })
  if (evaluation.survey === null) return null
  return (
    <Loaded query={query}>
      {({ obstacles }) =>
        obstacles.length === 0 ? null : (
          <Card title={say(text.title)} className="cautions">
            {obstacles.map((obstacle) => (
              <ObstacleLine
                key={`${obstacle.code} ${obstacle.subject}`}
                evaluation={evaluation}
                obstacle={obstacle}
                mayDecide={mayDecide && evaluation.state !== 'published'}
              />
            ))}
          </Card>
        )
      }
    </Loaded>
  )
}

interface Line {
  evaluation: Evaluation
  obstacle: Obstacles['obstacles'][number]
  mayDecide: boolean
}

function ObstacleLine({ evaluation, obstacle, mayDecide }: Line) {
  const say = useSay()
  const { code, subject, decision, decidable } = obstacle
  const queries = useQueryClient()
  const record = useMutation({
    mutationFn: ({ reason }: { reason: string }) =>
      ask<Obstacles>(`/api/evaluations/${encodeURIComponent(evaluation.id)}/decisions`, {
        method: 'POST',
        json: { code, subject, reason },
      }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['obstacles', evaluation.id] }),
        queries.invalidateQueries({ queryKey: ['result', evaluation.id] }),
      ]),
  })
  const outcome = decision
    ? say(text.decided, { by: decision.by, at: decision.at.slice(0, 10), reason: decision.reason })
    : say(decidable ? text.undecided : text.impossible)
  return (
    <Alert
      type={decision ? 'info' : 'error'}
      showIcon
      title={say(obstacle.text)}
      description={
        <>
          <p>{outcome}</p>
          {!decision && decidable && mayDecide && (
            <Form layout="vertical" onFinish={record.mutate}>
              <Form.Item name="reason" label={say(text.reason)} rules={[{ required: true, whitespace: true }]}>
                <Input.TextArea rows={2} maxLength={2000} />
              </Form.Item>
              <Button htmlType="submit" loading={record.isPending}>
                {say(text.record)}
              </Button>
              {record.error && <Alert type="error" title={record.error.message} />}
            </Form>
          )}
        </>
      }
    />
  )
}
