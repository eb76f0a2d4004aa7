import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Select, Upload } from 'antd'
import { disagreements, totalOf } from '../../../../scoring/sampling/planning/disagreements.ts'
import type { PopulationRow } from '../../../../server/shapes/setup.ts'
import { Refusal } from '../../../parts/Refusal.tsx'
import { WideTable } from '../../../parts/WideTable.tsx'
import { between } from '../../../text/between.ts'
import { setupSteps } from '../../../text/consoleSetupSteps.ts'
import { useSay } from '../../../text/language.tsx'
import { showCount, showShare } from '../../../text/numbers.ts'
import { ask, type Failure } from '../../api.ts'
import { exampleFile, examples } from '../examples.ts'
import { Folds } from '../Folds.tsx'
import { Field, WordsFields } from '../fields.tsx'
import { cellFor, keyOf, marginsOf, variableFor } from '../population.ts'
import type { StepProps } from '../usePlan.ts'

const text = setupSteps.population

/** The population by sex, age, district and so on: from a file, mapped to the questionnaire’s categories. */
export function PopulationStep({ plan, change }: StepProps) {
  const say = useSay()
  const read = useMutation<PopulationRow[], Failure, File>({
    mutationFn: (file) => ask('/api/setup/population', { method: 'POST', file }),
    onSuccess: (population) => change({ population, mapping: {}, totalOf: 0 }),
  })
  return (
    <>
      <p>{say(text.intro)}</p>
      <div className="button-line">
        <Upload
          accept=".csv,.xlsx"
          showUploadList={false}
          beforeUpload={(file) => {
            read.mutate(file)
            return false
          }}
        >
          <Button loading={read.isPending}>{say(text.upload)}</Button>
        </Upload>
        <Select
          aria-label={say(text.examples)}
          placeholder={say(text.examples)}
          value={null}
          className="example-choice"
          onChange={(name: string) => {
            const example = examples.find((one) => one.name === name)
            if (!example) return
            if (plan.source.zh === '') change({ source: example.source })
            void exampleFile(example).then((file) => read.mutate(file))
          }}
          options={examples.map(({ name, label }) => ({ value: name, label: say(label) }))}
        />
        {plan.population.length > 0 && (
          <Button onClick={() => change({ population: [], mapping: {} })}>{say(text.clear)}</Button>
        )}
      </div>
      {read.error && <Refusal failure={read.error} />}
      {plan.population.length === 0 ? (
        <Alert type="info" showIcon title={say(text.none)} />
      ) : (
        <Rows plan={plan} change={change} />
      )}
      <Folds plan={plan} change={change} />
      {plan.population.length > 0 && <Totals plan={plan} change={change} />}
    </>
  )
}

function Rows({ plan, change }: StepProps) {
  const say = useSay()
  return (
    <WideTable
      size="small"
      rowKey={keyOf}
      dataSource={plan.population}
      pagination={{ pageSize: 25, hideOnSinglePage: true }}
      columns={[
        { title: say(text.row), render: (_, row) => keyOf(row) },
        { title: say(text.count), align: 'right', render: (_, { count }) => showCount(count) },
        { title: say(text.counted), render: (_, row) => <Counted row={row} plan={plan} change={change} /> },
      ]}
    />
  )
}

function Counted({ row, plan, change }: StepProps & { row: PopulationRow }) {
  const say = useSay()
  const own = row.variables.map((written) => variableFor(plan.variables, written))
  const known = own.filter((variable) => variable !== undefined)
  if (known.length < own.length) return say(text.unknown)
  const cells = known.reduce<{ code: string; label: string }[]>(
    (before, { categories }) =>
      before.flatMap(({ code, label }) =>
        categories.map((category) => ({
          code: code === '' ? category.code : `${code}|${category.code}`,
          label: label === '' ? say(category.label) : `${label} × ${say(category.label)}`,
        })),
      ),
    [{ code: '', label: '' }],
  )
  const cell = cellFor(plan, row)
  return (
    <Select
      size="small"
      aria-label={say(text.countedOf, { name: keyOf(row) })}
      value={cell ?? null}
      status={cell === undefined ? 'error' : ''}
      className="cell-choice"
      onChange={(chosen: string) => change({ mapping: { ...plan.mapping, [keyOf(row)]: chosen } })}
      options={[{ value: '', label: say(text.leftOut) }, ...cells.map(({ code, label }) => ({ value: code, label }))]}
    />
  )
}

function Totals({ plan, change }: StepProps) {
  const say = useSay()
  const margins = marginsOf(plan)
  const apart = disagreements(margins)
  const name = (variables: string[]) =>
    variables
      .map((one) => plan.variables.find((variable) => variable.name === one))
      .map((variable) => (variable ? say(variable.label) : ''))
      .join(' × ')
  const labels = (variables: string[], categories: string[]) =>
    variables
      .map((one, at) => {
        const variable = plan.variables.find((each) => each.name === one)
        const label = variable?.categories.find(({ code }) => code === categories[at])?.label
        return label ? say(label) : (categories[at] ?? '')
      })
      .join(' × ')
  return (
    <>
      <h3>{say(text.totals)}</h3>
      <WideTable
        size="small"
        rowKey={({ variables }) => variables.join()}
        dataSource={margins}
        columns={[
          { title: say(text.counted), render: (_, { variables }) => name(variables) },
          { title: say(text.total), align: 'right', render: (_, margin) => showCount(totalOf(margin)) },
          {
            title: say(text.share),
            render: (_, margin) =>
              margin.counts
                .map(
                  ({ categories, count }) =>
                    `${labels(margin.variables, categories)} ${showShare(count / totalOf(margin))}`,
                )
                .join(say(between.parts)),
          },
        ]}
      />
      {apart.length === 0 ? (
        margins.length > 1 && <Alert type="success" showIcon title={say(text.agree)} />
      ) : (
        <div className="cautions">
          {apart.map((one) => (
            <Alert key={one.en} type="warning" showIcon title={say(one)} />
          ))}
        </div>
      )}
      {margins.length > 1 && (
        <Field label={say(text.base)}>
          <Select
            value={Math.min(plan.totalOf, margins.length - 1)}
            onChange={(at: number) => change({ totalOf: at })}
            options={margins.map((margin, at) => ({
              value: at,
              label: `${name(margin.variables)}: ${showCount(totalOf(margin))}`,
            }))}
          />
        </Field>
      )}
      <WordsFields label={say(text.source)} name="source" value={plan.source} set={(source) => change({ source })} />
      <WordsFields
        label={say(text.decision)}
        name="decision"
        value={plan.decision}
        set={(decision) => change({ decision })}
        long
      />
    </>
  )
}
