import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { quotasFrom } from '../../../../scoring/sampling/planning/quotas.ts'
import type { Text } from '../../../../scoring/text.ts'
import { WideTable } from '../../../parts/WideTable.tsx'
import { setupSteps } from '../../../text/consoleSetupSteps.ts'
import { useSay } from '../../../text/language.tsx'
import { showCount } from '../../../text/numbers.ts'
import { designOf, type Plan } from '../plan.ts'
import { crossed, type Quota, quotasByAllocation, quotasOfMargin } from '../quotas.ts'
import type { StepProps } from '../usePlan.ts'

const text = setupSteps.quotas
const policies = ['count', 'tolerate', 'close'] as const

/** Targets by category, made from the population and changed by hand. */
export function QuotaStep({ plan, change }: StepProps) {
  const say = useSay()
  const { margins } = designOf(plan)
  const [pair, setPair] = useState<string[]>([])
  const { target, precision } = plan
  const named = (names: string[]) => nameOf(plan, names, say)

  function replace(made: Quota[]) {
    const own = made[0]?.variables.join()
    change({ quotas: [...plan.quotas.filter(({ variables }) => variables.join() !== own), ...made] })
  }
  const isPart = (variables: string[]) => variables[0] === 'district' || variables[0] === 'township'
  const makeFrom = (margin: (typeof margins)[number]) =>
    replace(
      isPart(margin.variables) && precision.allocation !== 'proportional'
        ? quotasByAllocation(margin, target, precision.allocation)
        : quotasOfMargin(margin, target, precision.response),
    )
  function cross() {
    const [a, b] = pair.map((name) => margins.find(({ variables }) => variables.join() === name))
    if (!a || !b) return
    const given = margins.find(({ variables }) => variables.join() === [...a.variables, ...b.variables].join())
    replace(quotasOfMargin(given ?? crossed(a, b), target, precision.response))
  }
  const groups = new Map(plan.quotas.map(({ variables }) => [variables.join(), variables]))
  return (
    <>
      <p>{say(text.intro)}</p>
      <div className="button-line">
        {margins.map((margin) => (
          <Button key={margin.variables.join()} onClick={() => makeFrom(margin)}>
            {say(text.make, { variable: named(margin.variables) })}
          </Button>
        ))}
      </div>
      {margins.length > 1 && (
        <div className="button-line">
          <Select
            mode="multiple"
            maxCount={2}
            aria-label={say(text.crossOf)}
            placeholder={say(text.crossOf)}
            className="example-choice"
            value={pair}
            onChange={setPair}
            options={margins
              .filter(({ variables }) => variables.length === 1)
              .map(({ variables }) => ({ value: variables.join(), label: named(variables) }))}
          />
          <Button disabled={pair.length !== 2} onClick={cross}>
            {say(text.cross)}
          </Button>
          <small>{say(text.crossNote)}</small>
        </div>
      )}
      {plan.quotas.length === 0 ? (
        <p>{say(text.none)}</p>
      ) : (
        <>
          <div className="button-line">
            {[...groups].map(([key, variables]) => {
              const own = plan.quotas.filter((one) => one.variables.join() === key)
              const sum = own.reduce((total, one) => total + one.target, 0)
              return (
                <span key={key}>
                  {say(text.sum, { variable: named(variables), n: own.length, sum: showCount(sum) })}
                </span>
              )
            })}
            <Select
              aria-label={say(text.allPolicies)}
              placeholder={say(text.allPolicies)}
              value={null}
              className="cell-choice"
              onChange={(policy: Quota['policy']) =>
                change({ quotas: plan.quotas.map((quota) => ({ ...quota, policy })) })
              }
              options={policies.map((value) => ({ value, label: say(text.policies[value]) }))}
            />
            <Button onClick={() => change({ quotas: [] })}>{say(text.clear)}</Button>
          </div>
          <QuotaTable plan={plan} change={change} />
        </>
      )}
    </>
  )
}

const nameOf = (plan: Plan, names: string[], say: (text: Text) => string) =>
  names
    .map((name) => plan.variables.find((variable) => variable.name === name))
    .map((variable) => (variable ? say(variable.label) : '?'))
    .join(' × ')

const labelOf = (plan: Plan, { variables, categories }: Quota, say: (text: Text) => string) =>
  variables
    .map((name, at) => {
      const variable = plan.variables.find((one) => one.name === name)
      const label = variable?.categories.find(({ code }) => code === categories[at])?.label
      return label ? say(label) : (categories[at] ?? '')
    })
    .join(' × ')

function QuotaTable({ plan, change }: StepProps) {
  const say = useSay()
  const set = (id: string, part: Partial<Quota>) =>
    change({ quotas: plan.quotas.map((quota) => (quota.id === id ? { ...quota, ...part } : quota)) })
  return (
    <WideTable
      size="small"
      rowKey="id"
      dataSource={plan.quotas}
      pagination={{ pageSize: 40, hideOnSinglePage: true }}
      columns={[
        { title: say(text.variable), render: (_, { variables }) => nameOf(plan, variables, say) },
        { title: say(text.category), render: (_, quota) => labelOf(plan, quota, say) },
        {
          title: say(text.target),
          render: (_, quota) => (
            <InputNumber
              size="small"
              aria-label={say(text.targetOf, { name: labelOf(plan, quota, say) })}
              min={0}
              max={100_000_000}
              precision={0}
              value={quota.target}
              onChange={(target) => target !== null && set(quota.id, { target })}
            />
          ),
        },
        {
          title: say(text.policy),
          render: (_, quota) => (
            <span className="button-line">
              <Select
                size="small"
                aria-label={say(text.policyOf, { name: labelOf(plan, quota, say) })}
                value={quota.policy}
                onChange={(policy: Quota['policy']) =>
                  set(quota.id, { policy, tolerance: policy === 'tolerate' ? quota.tolerance || 5 : 0 })
                }
                options={policies.map((value) => ({ value, label: say(text.policies[value]) }))}
              />
              {quota.policy === 'tolerate' && (
                <InputNumber
                  size="small"
                  aria-label={say(text.toleranceOf, { name: labelOf(plan, quota, say) })}
                  min={0}
                  max={100}
                  precision={0}
                  suffix="%"
                  value={quota.tolerance ?? 0}
                  onChange={(tolerance) => tolerance !== null && set(quota.id, { tolerance })}
                />
              )}
            </span>
          ),
        },
        { title: say(text.remark), render: (_, quota) => <Remark plan={plan} quota={quota} /> },
        {
          title: '',
          render: (_, { id }) => (
            <Button
              size="small"
              type="text"
              onClick={() => change({ quotas: plan.quotas.filter((one) => one.id !== id) })}
            >
              {say(text.remove)}
            </Button>
          ),
        },
      ]}
    />
  )
}

/** What must be looked at: a cell that cannot be filled, or that nobody speaks for. */
function Remark({ plan, quota }: { plan: Plan; quota: Quota }) {
  const say = useSay()
  const { margins } = designOf(plan)
  const of = (variables: string) => margins.find((margin) => margin.variables.join() === variables)
  const [a, b] = quota.variables.map(of)
  const margin = of(quota.variables.join()) ?? (a && b ? crossed(a, b) : undefined)
  const count = margin?.counts.find(({ categories }) => categories.join('|') === quota.categories.join('|'))
  if (!count) return null
  const [checked] = quotasFrom({ counts: [count] }, quota.target, plan.precision.response)
  return checked?.problem ? <span className="remark">{say(checked.problem)}</span> : null
}
