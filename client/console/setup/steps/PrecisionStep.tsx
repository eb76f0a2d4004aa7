import { Button, Select } from 'antd'
import { allocate } from '../../../../scoring/sampling/planning/allocate.ts'
import { totalOf } from '../../../../scoring/sampling/planning/disagreements.ts'
import { halfWidth, sampleSize } from '../../../../scoring/sampling/planning/sampleSize.ts'
import { WideTable } from '../../../parts/WideTable.tsx'
import { setupSteps } from '../../../text/consoleSetupSteps.ts'
import { useSay } from '../../../text/language.tsx'
import { showCount, showScore } from '../../../text/numbers.ts'
import { Field, NumberField } from '../fields.tsx'
import { designOf } from '../plan.ts'
import type { StepProps } from '../usePlan.ts'

const text = setupSteps.precision
const inTotal = 0.4
const methods = ['proportional', 'square-root', 'equal'] as const

/** From the precision that is wanted to the sample size, in all and by part of the region. */
export function PrecisionStep({ plan, change }: StepProps) {
  const say = useSay()
  const { precision, target } = plan
  const set = (part: Partial<typeof precision>) => change({ precision: { ...precision, ...part } })
  const { margins, calibration } = designOf(plan)
  const population = calibration.method === 'rake' ? { population: calibration.populationTotal } : {}
  const known = { deviation: precision.deviation, designEffect: precision.designEffect, ...population }
  const needed = sampleSize(precision.halfWidth, precision.response, known)
  const given = halfWidth(target, known)
  return (
    <>
      <p>{say(text.intro)}</p>
      <div className="field-grid">
        <NumberField
          label={say(text.halfWidth)}
          name="half-width"
          value={precision.halfWidth}
          set={(halfWidth) => set({ halfWidth })}
          min={0.1}
          max={50}
          step={0.1}
        />
        <NumberField
          label={say(text.deviation)}
          help={say(text.deviationHelp)}
          name="deviation"
          value={precision.deviation}
          set={(deviation) => set({ deviation })}
          min={1}
          max={50}
        />
        <NumberField
          label={say(text.designEffect)}
          help={say(text.designEffectHelp)}
          name="design-effect"
          value={precision.designEffect}
          set={(designEffect) => set({ designEffect })}
          min={1}
          max={10}
          step={0.1}
        />
        <NumberField
          label={say(text.response)}
          name="response"
          value={Math.round(precision.response * 100)}
          set={(percent) => set({ response: percent / 100 })}
          min={1}
          max={100}
        />
      </div>
      <p className="button-line">
        {say(text.needed, { n: showCount(needed.responses), invited: showCount(needed.invitations) })}
        <Button onClick={() => change({ target: needed.responses })}>
          {say(text.take, { n: showCount(needed.responses) })}
        </Button>
      </p>
      <NumberField
        label={say(text.target)}
        help={say(text.gives, { n: showCount(target), h: showScore(given), t: showScore(given * inTotal) })}
        name="target"
        value={target}
        set={(n) => change({ target: Math.round(n) })}
        min={1}
        max={10_000_000}
      />
      {margins.length > 0 && (
        <>
          <h3>{say(text.parts)}</h3>
          <Field label={say(text.allocation)}>
            <Select
              value={precision.allocation}
              onChange={(allocation) => set({ allocation })}
              options={methods.map((value) => ({ value, label: say(text.methods[value]) }))}
            />
          </Field>
          {margins
            .filter(({ variables }) => variables.length === 1)
            .map((margin) => (
              <ByPart key={margin.variables.join()} plan={plan} change={change} margin={margin} />
            ))}
        </>
      )}
    </>
  )
}

function ByPart({ plan, margin }: StepProps & { margin: ReturnType<typeof designOf>['margins'][number] }) {
  const say = useSay()
  const { precision, target } = plan
  const variable = plan.variables.find(({ name }) => name === margin.variables[0])
  const people = totalOf(margin)
  const isPart = variable?.name === 'district' || variable?.name === 'township'
  const strata = margin.counts.map(({ categories, count }) => ({ code: categories[0] ?? '', population: count }))
  const responses = allocate(
    strata,
    Math.min(target, Math.floor(people)),
    isPart ? precision.allocation : 'proportional',
  )
  const rows = strata.map((stratum, at) => ({ ...stratum, responses: responses[at] ?? 0 }))
  const label = (code: string) => variable?.categories.find((category) => category.code === code)?.label
  return (
    <WideTable
      size="small"
      rowKey="code"
      dataSource={rows}
      columns={[
        {
          title: variable ? say(variable.label) : say(text.part),
          render: (_, { code }) => {
            const words = label(code)
            return words ? say(words) : code
          },
        },
        { title: say(text.population), align: 'right', render: (_, { population }) => showCount(population) },
        { title: say(text.responses), align: 'right', render: (_, { responses }) => showCount(responses) },
        {
          title: say(text.precision),
          align: 'right',
          render: (_, { population, responses }) =>
            responses > 0 && population > 0 ? `±${showScore(halfWidth(responses, { ...precision, population }))}` : '—',
        },
        {
          title: '',
          render: (_, { responses }) => (responses < 30 ? say(text.tooFew) : responses < 100 ? say(text.few) : ''),
        },
      ]}
    />
  )
}
