import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Input, InputNumber } from 'antd'
import type { Text } from '../../../scoring/text.ts'
import type { RecordsPage, SurveyRecord } from '../../../server/shapes/records.ts'
import { FailureNote } from '../../parts/FailureNote.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { ask, type Failure } from '../api.ts'

const { parts, fields, retention, save: saveName, saved } = text.records

type Line = [name: string[], label: Text, long?: 'long']

const { pretest, translation, incentives } = fields

/** Every field under the heading where it stands. */
const groups: [Text, Line[]][] = [
  [
    parts.who,
    [
      [['sponsor'], fields.sponsor],
      [['provider'], fields.provider],
      [['subcontractors'], fields.subcontractors],
      [['archive'], fields.archive],
    ],
  ],
  [
    parts.pretest,
    [
      [['pretest', 'date'], pretest.date],
      [['pretest', 'participants'], pretest.participants],
      [['pretest', 'findings'], pretest.findings, 'long'],
      [['pretest', 'changes'], pretest.changes, 'long'],
    ],
  ],
  [
    parts.translation,
    [
      [['translation', 'languages'], translation.languages],
      [['translation', 'method'], translation.method],
      [['translation', 'reviewer'], translation.reviewer],
      [['translation', 'note'], translation.note, 'long'],
    ],
  ],
  [
    parts.incentives,
    [
      [['incentives', 'kind'], incentives.kind],
      [['incentives', 'value'], incentives.value],
      [['incentives', 'conditions'], incentives.conditions, 'long'],
    ],
  ],
  [
    parts.sampling,
    [
      [['sources'], fields.sources, 'long'],
      [['invitationWording'], fields.invitationWording, 'long'],
      [['limitations'], fields.limitations, 'long'],
    ],
  ],
]

interface Props {
  path: string
  record: SurveyRecord
  /** The survey has opened: the retention stays as residents were told. */
  frozen: boolean
  mayChange: boolean
  changed: (page: RecordsPage) => void
}

/** What people write down of the survey. */
export function RecordsForm({ path, record, frozen, mayChange, changed }: Props) {
  const say = useSay()
  const save = useMutation<RecordsPage, Failure, SurveyRecord>({
    mutationFn: (json) => ask<RecordsPage>(path, { method: 'PUT', json }),
    onSuccess: changed,
  })
  return (
    <Form<SurveyRecord>
      layout="vertical"
      disabled={!mayChange}
      initialValues={record}
      requiredMark={false}
      onFinish={(written) => save.mutate(written)}
    >
      {groups.map(([title, lines]) => (
        <fieldset key={title.en} className="record-group">
          <legend>{say(title)}</legend>
          {lines.map(([name, label, long]) => (
            <Form.Item key={name.join('.')} name={name} label={say(label)} className={long ? 'wide-field' : ''}>
              {long ? <Input.TextArea autoSize={{ minRows: 2 }} maxLength={5000} /> : <Input maxLength={500} />}
            </Form.Item>
          ))}
        </fieldset>
      ))}
      <fieldset className="record-group">
        <legend>{say(retention.title)}</legend>
        <Form.Item name={['retention', 'identifiersDays']} label={say(retention.identifiersDays)}>
          <InputNumber min={1} max={90} precision={0} disabled={frozen || !mayChange} />
        </Form.Item>
        <Form.Item name={['retention', 'answersYears']} label={say(retention.answersYears)}>
          <InputNumber min={2} max={100} precision={0} disabled={frozen || !mayChange} />
        </Form.Item>
      </fieldset>
      {save.error && <FailureNote failure={save.error} />}
      {save.isSuccess && <Alert type="success" showIcon role="status" title={say(saved)} />}
      {mayChange && (
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say(saveName)}
        </Button>
      )}
    </Form>
  )
}
