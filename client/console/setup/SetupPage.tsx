import { Alert, Button, Card, Steps } from 'antd'
import type { ReactNode } from 'react'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { text as common } from '../../text/console.ts'
import { setup as text } from '../../text/consoleSetup.ts'
import { useLanguage, useSay } from '../../text/language.tsx'
import { showTime } from '../../text/numbers.ts'
import { missingIn, type StepName, steps } from './check.ts'
import './setup.css'
import { ChannelStep } from './steps/ChannelStep.tsx'
import { PopulationStep } from './steps/PopulationStep.tsx'
import { PrecisionStep } from './steps/PrecisionStep.tsx'
import { QuestionnaireStep } from './steps/QuestionnaireStep.tsx'
import { QuotaStep } from './steps/QuotaStep.tsx'
import { RegionStep } from './steps/RegionStep.tsx'
import { RulesStep } from './steps/RulesStep.tsx'
import { SummaryStep } from './steps/SummaryStep.tsx'
import { type Saving, type StepProps, usePlan } from './usePlan.ts'

type Pages = { [name in StepName]: (props: StepProps & { forget: () => void }) => ReactNode }

const pages: Pages = {
  region: RegionStep,
  questionnaire: QuestionnaireStep,
  population: PopulationStep,
  precision: PrecisionStep,
  quotas: QuotaStep,
  channels: ChannelStep,
  rules: RulesStep,
  summary: SummaryStep,
}

/** Sets a survey up, step by step; what is entered is kept under the draft's id. */
export function SetupPage({ draft }: { draft: string }) {
  const say = useSay()
  const { stored, plan, change, saving, forget } = usePlan(draft)
  return (
    <>
      <PageTitle
        title={say(text.title)}
        back={{ path: '/console/fieldwork', name: say(common.fieldwork.title) }}
        actions={saving && <SavingNote saving={saving} />}
      />
      <Loaded query={stored}>{() => plan && <Path plan={plan} change={change} forget={forget} />}</Loaded>
    </>
  )
}

function SavingNote({ saving }: { saving: Saving }) {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <span role="status" className="saving" data-saving={saving.state}>
      {saving.state === 'saved' && say(text.savedAt, { time: showTime(saving.at, language) })}
      {saving.state === 'saving' && say(text.saving)}
      {saving.state === 'failed' && say(text.notSaved)}
    </span>
  )
}

function Path({ plan, change, forget }: StepProps & { forget: () => void }) {
  const say = useSay()
  const name = steps[plan.step] ?? 'region'
  const Page = pages[name]
  const missing = missingIn(name, plan)
  const go = (step: number) => {
    change({ step })
    scrollTo(0, 0)
  }
  return (
    <div className="setup">
      <nav aria-label={say(text.stepList)}>
        <Steps
          orientation="vertical"
          size="small"
          current={plan.step}
          onChange={go}
          items={steps.map((step, at) => ({
            title: say(text.steps[step]),
            status: statusOf(at, plan.step, missingIn(step, plan).length),
          }))}
        />
      </nav>
      <Card title={<h2>{say(text.steps[name])}</h2>} className="setup-step">
        <Page plan={plan} change={change} forget={forget} />
        {missing.length > 0 && (
          <Alert
            type="warning"
            showIcon
            role="status"
            className="setup-missing"
            title={say(text.toMend)}
            description={
              <ul>
                {missing.map((one) => (
                  <li key={one.en}>{say(one)}</li>
                ))}
              </ul>
            }
          />
        )}
        <div className="setup-turn">
          {plan.step > 0 && <Button onClick={() => go(plan.step - 1)}>{say(text.back)}</Button>}
          {name !== 'summary' && (
            <Button type="primary" disabled={missing.length > 0} onClick={() => go(plan.step + 1)}>
              {say(text.next)}
            </Button>
          )}
        </div>
      </Card>
    </div>
  )
}

function statusOf(at: number, current: number, missing: number): 'wait' | 'process' | 'finish' | 'error' {
  if (at === current) return 'process'
  if (at > current) return 'wait'
  return missing > 0 ? 'error' : 'finish'
}
