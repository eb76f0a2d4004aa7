import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Dropdown, Popconfirm, Upload } from 'antd'
import { useState } from 'react'
import type { Evaluation, ImportReceipt } from '../../../server/shapes/evaluation.ts'
import { Refusal } from '../../parts/Refusal.tsx'
import { text } from '../../text/console.ts'
import { useLanguage, useSay } from '../../text/language.tsx'
import { ask, type Failure } from '../api.ts'
import { refreshEvaluation } from './useFactsDraft.ts'

const words = text.facts

interface Props {
  evaluation: Evaluation
  mayEdit: boolean
  /** Called once a file was taken: what was being filled in is over. */
  onTaken: () => void
}

/** The same facts as a sheet: to take away, and to bring back filled in. */
export function FactsFile({ evaluation: { id, scheme, factsVersion }, mayEdit, onTaken }: Props) {
  const say = useSay()
  const { language } = useLanguage()
  const client = useQueryClient()
  const [file, setFile] = useState<File>()
  const path = `/api/evaluations/${encodeURIComponent(id)}`
  const upload = useMutation<ImportReceipt, Failure, File>({
    mutationFn: (file) => ask(`${path}/facts`, { method: 'PUT', file, replaces: factsVersion }),
    onSuccess: async () => {
      await refreshEvaluation(client, id)
      onTaken()
    },
  })
  const sheets = [
    { key: 'filled', href: `${path}/facts.xlsx?lang=${language}`, label: say(words.templateFilled) },
    { key: 'empty', href: `/api/template.xlsx?scheme=${scheme}&lang=${language}`, label: say(words.templateEmpty) },
    { key: 'csv', href: `${path}/facts.csv?lang=${language}`, label: say(words.templateCsv) },
  ]
  return (
    <>
      <div className="facts-file">
        <Dropdown
          trigger={['click']}
          menu={{
            items: sheets.map(({ key, href, label }) => ({
              key,
              label: (
                <a href={href} download>
                  {label}
                </a>
              ),
            })),
          }}
        >
          <Button icon={<DownloadOutlined />}>{say(words.template)}</Button>
        </Dropdown>
        {mayEdit && (
          <Popconfirm
            open={file !== undefined}
            title={say(words.uploadSure)}
            onConfirm={() => {
              if (file) upload.mutate(file)
              setFile(undefined)
            }}
            onCancel={() => setFile(undefined)}
          >
            <Upload
              accept=".csv,.xlsx,text/csv"
              maxCount={1}
              showUploadList={false}
              beforeUpload={(chosen) => {
                setFile(chosen)
                return false
              }}
            >
              <Button icon={<UploadOutlined />} loading={upload.isPending}>
                {say(words.upload)}
              </Button>
            </Upload>
          </Popconfirm>
        )}
      </div>
      <div className="facts-notes" aria-live="polite">
        {upload.isSuccess && (
          <Alert
            type="success"
            showIcon
            title={say(text.imports.done, { rows: upload.data.rows, version: upload.data.version })}
          />
        )}
        {upload.error && <Refusal failure={upload.error} />}
      </div>
    </>
  )
}
