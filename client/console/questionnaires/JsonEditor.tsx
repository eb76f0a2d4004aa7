import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input, Radio, Upload } from 'antd'
import { useState } from 'react'
import type { QuestionnaireReport } from '../../../server/shapes/questionnaire.ts'
import { faultsOf } from '../../../surveys/publishable.ts'
import { Refusal } from '../../parts/Refusal.tsx'
import { editor, questionnaire as text } from '../../text/consoleQuestionnaire.ts'
import { useSay } from '../../text/language.tsx'
import { ask, type Failure } from '../api.ts'
import { Field } from '../setup/fields.tsx'
import { Changes } from './Changes.tsx'
import { Faults } from './Faults.tsx'
import { FormEditor } from './FormEditor.tsx'
import { JsonSource } from './JsonSource.tsx'
import { Preview } from './Preview.tsx'

type Json = Record<string, unknown>

interface Props {
  source: string
  setSource: (source: string) => void
  suggestedId: string
  published: (chosen: { id: string; version: number }, questionnaire: Json) => void
}

/** What a text is as JSON, or why it is none. */
function readJson(source: string): { json: Json } | { reason: string } | null {
  if (source.trim() === '') return null
  try {
    const json: unknown = JSON.parse(source)
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return { reason: '{ … }' }
    return { json: json as Json }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { reason: error.message }
  }
}

/** A questionnaire as SurveyJS JSON: opened or written here, checked as it is written, with what keeps it from being published. */
export function JsonEditor({ source, setSource, suggestedId, published }: Props) {
  const say = useSay()
  const client = useQueryClient()
  const [id, setId] = useState(suggestedId)
  const [byForm, setByForm] = useState(false)
  const read = readJson(source)
  const json = read && 'json' in read ? read.json : null
  const report = useMutation<QuestionnaireReport, Failure, Json>({
    mutationFn: (questionnaire) => ask(`/api/questionnaires/${id}/check`, { method: 'POST', json: { questionnaire } }),
  })
  const publish = useMutation<void, Failure, Json>({
    mutationFn: async (questionnaire) => {
      const chosen = await ask<{ id: string; version: number }>(`/api/questionnaires/${id}/versions`, {
        method: 'POST',
        json: { questionnaire },
      })
      await client.invalidateQueries({ queryKey: ['questionnaires'] })
      published(chosen, questionnaire)
    },
  })
  const faults = json ? faultsOf(json) : []
  const blocked = faults.some(({ level }) => level === 'error')
  return (
    <>
      <Upload
        accept=".json,application/json"
        showUploadList={false}
        beforeUpload={(file) => {
          void file.text().then(setSource)
          return false
        }}
      >
        <Button>{say(text.upload)}</Button>
      </Upload>
      {json && (
        <Radio.Group
          aria-label={say(editor.how)}
          optionType="button"
          value={byForm}
          onChange={({ target }) => setByForm(target.value)}
          options={[
            { value: true, label: say(editor.byForm) },
            { value: false, label: say(editor.byJson) },
          ]}
        />
      )}
      {json && byForm ? (
        <FormEditor json={json} set={(edited) => setSource(JSON.stringify(edited, null, 2))} />
      ) : (
        <JsonSource source={source} setSource={setSource} json={json} />
      )}
      {read && 'reason' in read && (
        <Alert type="error" showIcon role="alert" title={say(text.notJson, { reason: read.reason })} />
      )}
      {json && <Faults faults={faults} />}
      {json && (
        <>
          <Field label={say(text.name)}>
            <Input name="json-id" value={id} onChange={({ target }) => setId(target.value.trim())} />
          </Field>
          <div className="button-line">
            <Button disabled={id === ''} loading={report.isPending} onClick={() => report.mutate(json)}>
              {say(text.ways.compare)}
            </Button>
            <Button
              type="primary"
              ghost
              disabled={blocked || id === ''}
              loading={publish.isPending}
              onClick={() => publish.mutate(json)}
            >
              {say(text.publish)}
            </Button>
          </div>
          {report.data && <Changes changes={report.data.changes} against={report.data.comparedWith} />}
          {(publish.error ?? report.error) && <Refusal failure={(publish.error ?? report.error) as Failure} />}
          <Preview questionnaire={json} title={{ zh: '', en: '' }} place={{ zh: '', en: '' }} />
        </>
      )}
    </>
  )
}
