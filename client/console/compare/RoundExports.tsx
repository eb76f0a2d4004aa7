import { DownloadOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Empty, Progress } from 'antd'
import { useState } from 'react'
import type { RoundExport, RoundExportFile } from '../../../server/shapes/roundExport.ts'
import { FailureNote } from '../../parts/FailureNote.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { useLanguage, useSay } from '../../text/language.tsx'
import { showTime } from '../../text/numbers.ts'
import { ask, type Failure } from '../api.ts'

const words = text.compare.exports
const kinds = [
  'csv',
  'json',
  'xlsx',
  'docx',
  'print',
  'brief',
  'evidence',
  'public',
  'full',
] as const satisfies RoundExportFile[]

/** The exports of all regions of a round: asked for, watched, fetched. */
export function RoundExports({ round }: { round: string }) {
  const say = useSay()
  const { language } = useLanguage()
  const client = useQueryClient()
  const [files, setFiles] = useState<RoundExportFile[]>(['csv', 'json', 'xlsx', 'docx', 'public'])
  const path = `/api/rounds/${encodeURIComponent(round)}/exports`
  const key = ['round-exports', round]
  const exports = useQuery({
    queryKey: key,
    queryFn: () => ask<RoundExport[]>(path),
    refetchInterval: ({ state }) => (state.data?.some((one) => one.state === 'running') ? 1000 : false),
  })
  const refresh = () => client.invalidateQueries({ queryKey: key })
  const begin = useMutation<RoundExport, Failure>({
    mutationFn: () => ask(path, { method: 'POST', json: { lang: language, files } }),
    onSuccess: refresh,
  })
  const remove = useMutation<undefined, Failure, string>({
    mutationFn: (id) => ask(`${path}/${id}`, { method: 'DELETE' }),
    onSuccess: refresh,
  })
  const failure = begin.error ?? remove.error

  return (
    <>
      <p>{say(words.explain)}</p>
      <Checkbox.Group<RoundExportFile>
        value={files}
        onChange={setFiles}
        options={kinds.map((value) => ({ value, label: say(value === 'brief' ? words.brief : text.exports[value]) }))}
      />
      <p>
        <Button type="primary" disabled={files.length === 0} loading={begin.isPending} onClick={() => begin.mutate()}>
          {say(words.begin)}
        </Button>
      </p>
      {failure && <FailureNote failure={failure} />}
      <Loaded query={exports}>
        {(list) =>
          list.length === 0 ? (
            <Empty description={say(words.none)} />
          ) : (
            <WideTable<RoundExport>
              size="small"
              rowKey="id"
              dataSource={list}
              columns={[
                { title: say(text.steps.at), render: (_, { askedAt }) => showTime(askedAt, language) },
                { title: say(text.steps.by), dataIndex: 'askedBy' },
                {
                  title: say(words.progress),
                  render: (_, { done, total, state }) => (
                    <Progress
                      className="export-progress"
                      aria-label={say(words.progress)}
                      percent={Math.floor((100 * done) / total)}
                      status={state === 'failed' ? 'exception' : state === 'done' ? 'success' : 'active'}
                      format={() => `${done} / ${total}`}
                    />
                  ),
                },
                { title: say(text.results.state), render: (_, { state }) => say(words.states[state]) },
                {
                  title: say(text.exports.title),
                  render: (_, { id, state }) =>
                    state === 'done' && (
                      <a href={`${path}/${id}/all.zip`} download>
                        <DownloadOutlined /> {say(words.download)}
                      </a>
                    ),
                },
                {
                  title: say(words.remove),
                  render: (_, { id }) => (
                    <Button size="small" onClick={() => remove.mutate(id)}>
                      {say(words.remove)}
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
    </>
  )
}
