import { UploadOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Table, Upload } from 'antd'
import type { Text } from '../../../scoring/text.ts'
import type { Evaluation, ImportReceipt } from '../../../server/shapes/evaluation.ts'
import { FailureNote } from '../../parts/FailureNote.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { ask, type Failure } from '../api.ts'

const example = 'indicator,score\nL1P1,86.5\nL1P2-A1,21.25\nL7P3-A1,0.5\n'

/** Objective scores worked out elsewhere, from a file that replaces those given before. */
export function ImportScores({ evaluation: { id, scoresVersion, state } }: { evaluation: Evaluation }) {
  const say = useSay()
  const client = useQueryClient()
  const upload = useMutation<ImportReceipt, Failure, File>({
    mutationFn: (file) =>
      ask(`/api/evaluations/${encodeURIComponent(id)}/scores`, {
        method: 'PUT',
        file,
        ifMatch: scoresVersion === null ? undefined : `"${scoresVersion}"`,
      }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['result', id] }),
        client.invalidateQueries({ queryKey: ['evaluation', id] }),
      ]),
  })

  if (state !== 'draft') return <Alert type="info" showIcon title={say(text.imports.notDraft)} />
  return (
    <div className="import">
      <p>{say(text.imports.explain)}</p>
      <pre>{example}</pre>
      <Upload
        accept=".csv,.xlsx,text/csv"
        maxCount={1}
        showUploadList={false}
        beforeUpload={(file) => {
          upload.mutate(file)
          return false
        }}
      >
        <Button type="primary" icon={<UploadOutlined />} loading={upload.isPending}>
          {say(text.imports.choose)}
        </Button>
      </Upload>
      <div aria-live="polite">
        {upload.isSuccess && (
          <Alert
            type="success"
            showIcon
            title={say(text.imports.done, { rows: upload.data.rows, version: upload.data.version })}
          />
        )}
        {upload.error && <Refusal failure={upload.error} />}
      </div>
    </div>
  )
}

function Refusal({ failure }: { failure: Failure }) {
  const say = useSay()
  if (failure.errors.length === 0) return <FailureNote failure={failure} />
  return (
    <>
      <Alert
        type="error"
        showIcon
        title={say(text.imports.refused, { n: failure.errors.length })}
        description={say(text.imports.nothingChanged)}
      />
      <Table
        size="small"
        rowKey={({ path, code }) => `${path} ${code}`}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        scroll={{ x: 'max-content' }}
        dataSource={failure.errors}
        columns={[
          { title: say(text.imports.where), dataIndex: 'path' },
          { title: say(text.imports.what), dataIndex: 'message', render: (label: Text) => say(label) },
        ]}
      />
    </>
  )
}
