import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import type { SurveyDesign, Variable } from '../../../../scoring/sampling/design.ts'
import type { QuestionnaireSummary } from '../../../../server/shapes/questionnaire.ts'
import { Refusal } from '../../../parts/Refusal.tsx'
import { questionnaire as text } from '../../../text/consoleQuestionnaire.ts'
import { useSay } from '../../../text/language.tsx'
import { ask, type Failure } from '../../api.ts'
import { JsonEditor } from '../../questionnaires/JsonEditor.tsx'
import { Preview } from '../../questionnaires/Preview.tsx'
import { Field } from '../fields.tsx'
import type { StepProps } from '../usePlan.ts'
import { useQuestionnaire } from '../useQuestionnaire.ts'
import { variablesIn } from '../variables.ts'

type Way = 'shipped' | 'published' | 'json'
type Form = keyof typeof text.forms

/** Which questionnaire is asked: a shipped one, a published version, or an imported one. */
export function QuestionnaireStep({ plan, change }: StepProps) {
  const say = useSay()
  const [way, setWay] = useState<Way>(plan.imported === '' ? 'shipped' : 'json')
  const shown = useQuestionnaire(plan.questionnaire)
  return (
    <div className="with-preview">
      <div>
        <p>{say(text.intro)}</p>
        <Radio.Group
          aria-label={say(text.way)}
          optionType="button"
          value={way}
          onChange={({ target }) => setWay(target.value)}
          options={(['shipped', 'published', 'json'] as const).map((value) => ({
            value,
            label: say(text.ways[value]),
          }))}
        />
        {way === 'shipped' && <Shipped plan={plan} change={change} />}
        {way === 'published' && <Published plan={plan} change={change} />}
        {way === 'json' && (
          <JsonEditor
            source={plan.imported}
            setSource={(imported) => change({ imported })}
            suggestedId={plan.questionnaire?.id ?? plan.id}
            published={(questionnaire, json) =>
              change({ questionnaire, variables: variablesIn(json), forms: null, quotas: [] })
            }
          />
        )}
        {plan.questionnaire && <Alert type="success" showIcon title={say(text.chosen, plan.questionnaire)} />}
      </div>
      {shown.data && <Preview questionnaire={shown.data} title={plan.title} place={plan.region.name} />}
    </div>
  )
}

interface Tailored {
  questionnaire: Record<string, unknown>
  variables: Variable[]
  forms?: SurveyDesign['forms']
}

/** The parts of a region as somebody writes them, a line each. */
const partsOf = (lines: string) =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [zh = '', en = ''] = line.split('/').map((piece) => piece.trim())
      return { code: zh.replace(/[^\p{L}\p{N}_-]/gu, '-'), label: { zh, en: en || zh } }
    })

function Shipped({ plan, change }: StepProps) {
  const say = useSay()
  const client = useQueryClient()
  const [form, setForm] = useState<Form>('full')
  const [name, setName] = useState(plan.questionnaire?.id ?? plan.id)
  const make = useMutation<void, Failure>({
    mutationFn: async () => {
      const { scheme } = plan.region
      const made = await ask<Tailored>('/api/questionnaire-drafts', {
        method: 'POST',
        json: { scheme, form, parts: partsOf(plan.parts) },
      })
      const questionnaire = await ask<{ id: string; version: number }>(`/api/questionnaires/${name}/versions`, {
        method: 'POST',
        json: { questionnaire: made.questionnaire },
      })
      change({ questionnaire, variables: made.variables, forms: made.forms ?? null, quotas: [], imported: '' })
      await client.invalidateQueries({ queryKey: ['questionnaires'] })
    },
  })
  return (
    <>
      <Field label={say(text.form)}>
        <Select
          value={form}
          onChange={setForm}
          options={(Object.keys(text.forms) as Form[]).map((value) => ({ value, label: say(text.forms[value]) }))}
        />
      </Field>
      <Field label={say(text.parts)} help={say(text.partsHelp)}>
        <Input.TextArea
          name="parts"
          autoSize={{ minRows: 4, maxRows: 16 }}
          value={plan.parts}
          onChange={({ target }) => change({ parts: target.value })}
        />
      </Field>
      <Field label={say(text.name)}>
        <Input name="questionnaire-id" value={name} onChange={({ target }) => setName(target.value.trim())} />
      </Field>
      <div>
        <Button
          type="primary"
          ghost
          loading={make.isPending}
          disabled={name === '' || partsOf(plan.parts).length === 0}
          onClick={() => make.mutate()}
        >
          {say(text.make)}
        </Button>
      </div>
      {make.error && <Refusal failure={make.error} />}
    </>
  )
}

function Published({ plan, change }: StepProps) {
  const say = useSay()
  const client = useQueryClient()
  const list = useQuery({
    queryKey: ['questionnaires'],
    queryFn: () => ask<QuestionnaireSummary[]>('/api/questionnaires'),
  })
  const fitting = (list.data ?? []).filter(({ scheme }) => scheme === null || scheme === plan.region.scheme)
  const choose = useMutation<void, Failure, string>({
    mutationFn: async (key) => {
      const found = fitting.find(({ id, version }) => `${id}/${version}` === key)
      if (!found) return
      const { id, version } = found
      const json = await ask<Record<string, unknown>>(`/api/questionnaires/${id}?version=${version}`)
      client.setQueryData(['questionnaire', id, version], json)
      change({ questionnaire: { id, version }, variables: variablesIn(json), forms: null, quotas: [], imported: '' })
    },
  })
  if (list.data && fitting.length === 0) return <p>{say(text.noneYet)}</p>
  return (
    <>
      <Field label={say(text.version)}>
        <Select
          value={plan.questionnaire ? `${plan.questionnaire.id}/${plan.questionnaire.version}` : null}
          loading={choose.isPending}
          onChange={(key: string) => choose.mutate(key)}
          options={fitting.map(({ id, version, title, items }) => ({
            value: `${id}/${version}`,
            label: say(text.versionOf, { title: say(title), id, version, items }),
          }))}
        />
      </Field>
      {choose.error && <Refusal failure={choose.error} />}
    </>
  )
}
