import { Button, Collapse, Select } from 'antd'
import { WideTable } from '../../parts/WideTable.tsx'
import { setupSteps } from '../../text/consoleSetupSteps.ts'
import { useSay } from '../../text/language.tsx'
import { showShare } from '../../text/numbers.ts'
import { marginsOf } from './population.ts'
import type { StepProps } from './usePlan.ts'
import { useQuestionnaire } from './useQuestionnaire.ts'
import { fold, variablesIn } from './variables.ts'

const text = setupSteps.population

/** Lets one fold categories with few people into similar ones. */
export function Folds({ plan, change }: StepProps) {
  const say = useSay()
  const questionnaire = useQuestionnaire(plan.questionnaire)
  const margins = marginsOf(plan)
  if (plan.variables.length === 0) return null
  const reset = () => {
    if (!questionnaire.data) return
    const fresh = variablesIn(questionnaire.data)
    change({
      variables: plan.variables.map((variable) => {
        const own = fresh.find(({ question }) => question === variable.question)
        return own ? { ...variable, categories: own.categories } : variable
      }),
      quotas: [],
    })
  }
  return (
    <Collapse
      items={[
        {
          key: 'folds',
          label: say(text.folds),
          children: (
            <>
              <p>{say(text.foldHelp)}</p>
              <Button size="small" onClick={reset} disabled={!questionnaire.data}>
                {say(text.reset)}
              </Button>
              {plan.variables.map((variable) => {
                const margin = margins.find(({ variables }) => variables.join() === variable.name)
                const whole = margin?.counts.reduce((sum, { count }) => sum + count, 0) ?? 0
                const shareOf = (code: string) =>
                  (margin?.counts.find(({ categories }) => categories[0] === code)?.count ?? 0) / whole
                return (
                  <WideTable
                    key={variable.name}
                    size="small"
                    rowKey="code"
                    dataSource={variable.categories}
                    pagination={{ pageSize: 20, hideOnSinglePage: true }}
                    columns={[
                      { title: say(variable.label), render: (_, { label }) => say(label) },
                      {
                        title: say(text.share),
                        align: 'right',
                        render: (_, { code }) => (whole > 0 ? showShare(shareOf(code)) : ''),
                      },
                      {
                        title: say(text.foldInto),
                        render: (_, { code, label }) => (
                          <Select
                            size="small"
                            className="cell-choice"
                            aria-label={say(text.foldOf, { name: say(label) })}
                            placeholder={say(text.foldInto)}
                            value={null}
                            disabled={variable.categories.length < 3}
                            onChange={(into: string) =>
                              change({ variables: fold(plan.variables, variable.name, code, into), quotas: [] })
                            }
                            options={variable.categories
                              .filter((other) => other.code !== code)
                              .map((other) => ({ value: other.code, label: say(other.label) }))}
                          />
                        ),
                      },
                    ]}
                  />
                )
              })}
            </>
          ),
        },
      ]}
    />
  )
}
