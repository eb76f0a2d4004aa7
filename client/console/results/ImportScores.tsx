import { UploadOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Upload } from 'antd'
import type { Evaluation, ImportReceipt } from '../../../server/shapes/evaluation.ts'
import { Refusal } from '../../parts/Refusal.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { ask, type Failure } from '../api.ts'
import { refreshEvaluation } from '../facts/useFactsDraft.ts'
import { Versions } from '../facts/Versions.tsx'

const example = 'indicator,score\nL1P1,86.5\nL1P2-A1,21.25\nL7P3-A1,0.5\n'

/** Objective scores worked out elsewhere, from a file that replaces those given before. */
export function ImportScores({ evaluation }: { evaluation: Evaluation }) {
  const { id, scoresVersion, state } = evaluation
  const say = useSay()
  const client = useQueryClient()
  const upload = useMutation<ImportReceipt, Failure, File>({
    mutationFn: (file) =>
      ask(`/api/evaluations/${encodeURIComponent(id)}/scores`, {
        method: 'PUT',
        file,
        replaces: scoresVersion,
      }),
    onSuccess: () => refreshEvaluation(client, id),
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
      <div>
        <h3>{say(text.facts.versions)}</h3>
        <Versions evaluation={evaluation} kind="scores" />
      </div>
    </div>
  )
}
