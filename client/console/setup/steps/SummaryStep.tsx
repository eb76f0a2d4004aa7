import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Popconfirm, Result, Tag } from 'antd'
import { totalOf } from '../../../../scoring/sampling/planning/disagreements.ts'
import type { Text } from '../../../../scoring/text.ts'
import { Refusal } from '../../../parts/Refusal.tsx'
import { between } from '../../../text/between.ts'
import { setup } from '../../../text/consoleSetup.ts'
import { setupSteps } from '../../../text/consoleSetupSteps.ts'
import { useSay } from '../../../text/language.tsx'
import { showCount } from '../../../text/numbers.ts'
import { ask, type Failure } from '../../api.ts'
import { go } from '../../route.ts'
import { missingIn, type StepName, steps } from '../check.ts'
import { DryRunCard } from '../DryRun.tsx'
import { designOf, type Plan, wishOf } from '../plan.ts'
import type { StepProps } from '../usePlan.ts'

const text = setup.summary

interface SetupFault {
  path: string
  level: 'error' | 'warning'
  message: Text
}

/** Everything once more, the server's own check, a dry run, and publication. */
export function SummaryStep({ plan, change, forget }: StepProps & { forget: () => void }) {
  const say = useSay()
  const client = useQueryClient()
  const wish = wishOf(plan)
  const incomplete = steps.filter((step) => missingIn(step, plan).length > 0)
  const checked = useQuery<SetupFault[], Failure>({
    queryKey: ['setup-check', JSON.stringify(wish)],
    queryFn: () => ask('/api/setup/check', { method: 'POST', json: wish }),
    enabled: incomplete.length === 0,
    staleTime: 0,
  })
  const publish = useMutation<{ survey: string }, Failure>({
    mutationFn: () => ask('/api/setup/surveys', { method: 'POST', json: wish }),
    onSuccess: async () => {
      forget()
      await client.invalidateQueries({ queryKey: ['evaluations'] })
      await client.invalidateQueries({ queryKey: ['rounds'] })
    },
  })
  if (publish.data) return <Done survey={publish.data.survey} />
  const errors = (checked.data ?? []).filter(({ level }) => level === 'error')
  const ready = incomplete.length === 0 && checked.data !== undefined && errors.length === 0
  return (
    <>
      <p>{say(text.intro)}</p>
      <Lines plan={plan} change={change} />
      {incomplete.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={say(setup.toMend)}
          description={incomplete.map((step) => say(setup.steps[step])).join(say(between.names))}
        />
      )}
      {checked.error && <Refusal failure={checked.error} />}
      {checked.data && <Faults faults={checked.data} />}
      {ready && <DryRunCard wish={wish} />}
      <Alert type="info" showIcon title={say(text.freezes)} />
      {publish.error && <Refusal failure={publish.error} />}
      <div>
        <Popconfirm title={say(text.sure)} okText={say(text.publish)} onConfirm={() => publish.mutate()}>
          <Button type="primary" size="large" disabled={!ready} loading={publish.isPending}>
            {say(text.publish)}
          </Button>
        </Popconfirm>
      </div>
    </>
  )
}

function Done({ survey }: { survey: string }) {
  const say = useSay()
  return (
    <Result
      status="success"
      title={say(text.done)}
      subTitle={`${location.origin}/s/${survey}`}
      extra={[
        <Button key="out" type="primary" onClick={() => go(`/console/handout/${survey}`)}>
          {say(text.handOut)}
        </Button>,
        <Button key="watch" onClick={() => go(`/console/fieldwork/${survey}`)}>
          {say(text.watch)}
        </Button>,
      ]}
    />
  )
}

/** Whether what a step decides may still change once the survey is published. */
const changeable: readonly StepName[] = ['quotas', 'channels']

function Lines({ plan, change }: StepProps) {
  const say = useSay()
  const decided = valuesOf(plan, say)
  return (
    <dl className="setup-summary">
      {steps
        .filter((step) => step !== 'summary')
        .map((step) => (
          <div key={step}>
            <dt>{say(setup.steps[step])}</dt>
            <dd>{decided[step]}</dd>
            <dd>
              <Tag>{say(changeable.includes(step) ? text.changeable : text.frozen)}</Tag>
            </dd>
            <dd>
              <Button
                size="small"
                aria-label={say(text.changeOf, { name: say(setup.steps[step]) })}
                onClick={() => change({ step: steps.indexOf(step) })}
              >
                {say(text.change)}
              </Button>
            </dd>
          </div>
        ))}
    </dl>
  )
}

function valuesOf(plan: Plan, say: ReturnType<typeof useSay>): Record<Exclude<StepName, 'summary'>, string> {
  const { margins, calibration } = designOf(plan)
  const [first] = margins
  const { publication, questionnaire } = plan
  const dates = say(text.dates, { opens: plan.opens || say(text.now), closes: plan.closes || say(text.open) })
  const threshold = say(text.threshold, {
    n: showCount(publication.respondents),
    share: Math.round(publication.effectiveShare * 100),
  })
  return {
    region: `${[plan.region.name, plan.round.name, plan.title].map((name) => say(name) || name.zh).join(' · ')} · /s/${plan.id}`,
    questionnaire: questionnaire ? say(text.version, questionnaire) : '—',
    population: first
      ? say(text.margins, {
          n: margins.length,
          total: showCount(calibration.method === 'rake' ? calibration.populationTotal : totalOf(first)),
        })
      : say(text.noMargins),
    precision: say(text.responses, { n: showCount(plan.target) }),
    quotas: say(text.quotas, { n: plan.quotas.length }),
    channels: plan.channels.map((channel) => say(setupSteps.channels.names[channel])).join(say(between.names)),
    rules: `${dates} · ${threshold}`,
  }
}

function Faults({ faults }: { faults: SetupFault[] }) {
  const say = useSay()
  const errors = faults.filter(({ level }) => level === 'error')
  const warnings = faults.filter(({ level }) => level === 'warning')
  const list = (some: SetupFault[]) => (
    <ul>
      {some.map(({ path, message }) => (
        <li key={`${path} ${message.en}`}>{say(message)}</li>
      ))}
    </ul>
  )
  return (
    <section aria-label={say(text.checked)} className="cautions">
      {errors.length > 0 && (
        <Alert type="error" showIcon title={say(text.errors, { n: errors.length })} description={list(errors)} />
      )}
      {errors.length === 0 && <Alert type="success" showIcon title={say(text.fine)} />}
      {warnings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={say(text.warnings, { n: warnings.length })}
          description={list(warnings)}
        />
      )}
    </section>
  )
}
