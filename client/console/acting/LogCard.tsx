import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Card } from 'antd'
import type { Text } from '../../../scoring/text.ts'
import type { LogEntry, SurveyLog } from '../../../server/shapes/acting.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { useLanguage, useSay } from '../../text/language.tsx'
import { showTime } from '../../text/numbers.ts'
import { ask } from '../api.ts'

const words = text.acting.log
const names: Record<string, Text> = words.actions

/** Who did what with the survey and when, the newest first. */
export function LogCard({ survey }: { survey: string }) {
  const say = useSay()
  const { language } = useLanguage()
  const path = `/api/surveys/${encodeURIComponent(survey)}/log`
  const log = useInfiniteQuery({
    queryKey: ['log', survey],
    queryFn: ({ pageParam }) => ask<SurveyLog>(pageParam === null ? path : `${path}?before=${pageParam}`),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  })
  return (
    <Card title={say(words.title)}>
      <Loaded query={log}>
        {({ pages }) => (
          <WideTable<LogEntry>
            size="small"
            rowKey="position"
            dataSource={pages.flatMap(({ entries }) => entries)}
            pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
            locale={{ emptyText: say(words.none) }}
            columns={[
              { title: say(words.when), dataIndex: 'at', render: (at: string) => showTime(at, language) },
              {
                title: say(words.who),
                dataIndex: 'account',
                render: (name: string | null) => name ?? say(words.system),
              },
              {
                title: say(words.what),
                dataIndex: 'action',
                render: (action: string) => (names[action] ? say(names[action]) : action),
              },
              {
                title: say(words.detail),
                dataIndex: 'detail',
                render: (detail: LogEntry['detail']) => <span className="long-text">{detailLine(detail)}</span>,
              },
            ]}
          />
        )}
      </Loaded>
      {log.hasNextPage && (
        <Button loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </Card>
  )
}

/** The reason first, then whatever else was noted: `quota: women; target: 5 → 9`. */
function detailLine({ reason, from, to, ...rest }: LogEntry['detail']): string {
  const parts = Object.entries(rest).map(([name, value]) => `${name}: ${shown(value)}`)
  if (to !== undefined) parts.push(...differences(from, to))
  return [...(typeof reason === 'string' ? [reason] : []), ...parts].join('; ')
}

function differences(from: unknown, to: unknown): string[] {
  if (!isRecord(from) || !isRecord(to)) return [`${shown(from)} → ${shown(to)}`]
  return Object.keys(to)
    .filter((name) => from[name] !== to[name])
    .map((name) => `${name}: ${shown(from[name])} → ${shown(to[name])}`)
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function shown(value: unknown): string {
  if (value === null || value === undefined) return '—'
  if (Array.isArray(value)) return value.map(shown).join(', ')
  return isRecord(value) ? Object.values(value).map(shown).join(' ') : String(value)
}
