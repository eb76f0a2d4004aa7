import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Card, Progress } from 'antd'
import { useState } from 'react'
import type { DryRunReport, NewSurvey } from '../../../server/shapes/setup.ts'
import { Refusal } from '../../parts/Refusal.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { setup } from '../../text/consoleSetup.ts'
import { useSay } from '../../text/language.tsx'
import { showCount, showScore } from '../../text/numbers.ts'
import { ask, type Failure } from '../api.ts'
import { NumberField } from './fields.tsx'

const text = setup.trial

/** Lets made-up residents answer before anybody real does. */
export function DryRunCard({ wish }: { wish: NewSurvey }) {
  const say = useSay()
  const [responses, setResponses] = useState(200)
  const run = useMutation<DryRunReport, Failure>({
    mutationFn: () => ask('/api/setup/dry-run', { method: 'POST', json: { survey: wish, responses } }),
  })
  return (
    <Card size="small" title={<h3>{say(text.title)}</h3>}>
      <p>{say(text.intro)}</p>
      <div className="button-line">
        <NumberField
          label={say(text.responses)}
          name="dry-run"
          value={responses}
          set={(n) => setResponses(Math.round(n))}
          min={1}
          max={1000}
        />
        <Button loading={run.isPending} onClick={() => run.mutate()}>
          {say(text.run)}
        </Button>
      </div>
      {run.error && <Refusal failure={run.error} />}
      {run.data && <Report report={run.data} />}
    </Card>
  )
}

function Report({ report: { accepted, overQuota, refused, quotas, score, cautions } }: { report: DryRunReport }) {
  const say = useSay()
  const turnedAway = Object.entries(refused)
  return (
    <>
      <p role="status" data-figure="dry-run">
        {say(text.accepted, {
          accepted,
          over: overQuota,
          refused: turnedAway.reduce((sum, [, count]) => sum + count, 0),
        })}
        {turnedAway.length > 0 &&
          ` · ${say(text.refusals)}: ${turnedAway.map(([code, count]) => `${code} ${count}`).join(', ')}`}
      </p>
      <p>{score === null ? say(text.noScore) : say(text.score, { score: showScore(score) })}</p>
      <WideTable
        size="small"
        rowKey={({ label }) => label.en}
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        dataSource={quotas}
        columns={[
          { title: say(text.quota), render: (_, { label }) => say(label) },
          {
            title: say(text.filled),
            render: (_, { target, taken }) => (
              <span className="button-line">
                <Progress
                  aria-hidden
                  percent={target === 0 ? 100 : Math.min(100, (100 * taken) / target)}
                  showInfo={false}
                  size={[120, 8]}
                />
                {showCount(taken)} / {showCount(target)}
              </span>
            ),
          },
        ]}
      />
      {cautions.length > 0 && (
        <Alert
          type="info"
          title={say(text.cautions)}
          description={
            <ul>
              {cautions.slice(0, 10).map((caution) => (
                <li key={caution.en}>{say(caution)}</li>
              ))}
            </ul>
          }
        />
      )}
    </>
  )
}
