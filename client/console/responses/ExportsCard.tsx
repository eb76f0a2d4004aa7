import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Progress, Space } from 'antd'
import { useState } from 'react'
import type { ExportProgress } from '../../../server/shapes/exports.ts'
import { text } from '../../text/console.ts'
import { useLanguage, useSay } from '../../text/language.tsx'
import { gap, showCount } from '../../text/numbers.ts'
import { ask, Failure } from '../api.ts'

const words = text.responses.exports
const formats = ['csv', 'xlsx', 'json'] as const
type Format = (typeof formats)[number]

/** The responses as files, and how far the one that is being sent is. */
export function ExportsCard({ survey }: { survey: string }) {
  const say = useSay()
  const { language } = useLanguage()
  const [asked, setAsked] = useState<{ format: Format; ticket: string }>()
  const path = `/api/surveys/${encodeURIComponent(survey)}`

  const begin = (format: Format) => {
    const ticket = crypto.randomUUID()
    const link = document.createElement('a')
    link.href = `${path}/responses.${format}?ticket=${ticket}`
    link.download = ''
    link.click()
    setAsked({ format, ticket })
  }
  return (
    <Card title={say(words.title)}>
      <p>{say(words.help)}</p>
      <Space wrap>
        {formats.map((format) => (
          <Button key={format} icon={<DownloadOutlined />} onClick={() => begin(format)}>
            {say(words[format])}
          </Button>
        ))}
        <a href={`${path}/responses.sps?lang=${language}`} download>
          {say(words.sps)}
        </a>
        <a href={`${path}/codebook.xml`} download>
          {say(words.ddi)}
        </a>
      </Space>
      {asked && <Sending key={asked.ticket} path={path} {...asked} />}
    </Card>
  )
}

function Sending({ path, format, ticket }: { path: string; format: Format; ticket: string }) {
  const say = useSay()
  const progress = useQuery<ExportProgress | null, Failure>({
    queryKey: ['export', ticket],
    queryFn: async () => {
      try {
        return await ask<ExportProgress>(`${path}/exports/${ticket}`)
      } catch (failure) {
        // The download itself may not have begun yet.
        if (failure instanceof Failure && failure.status === 404) return null
        throw failure
      }
    },
    refetchInterval: ({ state: { data } }) => (data && data.state !== 'running' ? false : 500),
    staleTime: 0,
  })
  const { state = 'running', rows = 0, of = null } = progress.data ?? {}
  const name = say(words[format])
  const percent = state === 'done' ? 100 : of ? Math.floor((100 * rows) / of) : 0
  const values = { name, rows: showCount(rows), of: of === null ? gap : showCount(of) }
  return (
    <div role="status">
      <Progress
        percent={percent}
        size="small"
        aria-label={name}
        status={state === 'failed' ? 'exception' : state === 'done' ? 'success' : 'active'}
      />
      <small>{say(words[state], values)}</small>
    </div>
  )
}
