import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Empty, Space } from 'antd'
import { useState } from 'react'
import type { QualityReport } from '../../../server/shapes/quality.ts'
import { Explained } from '../../parts/Explained.tsx'
import { FailureNote } from '../../parts/FailureNote.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { explained } from '../../text/consoleExplained.ts'
import { flagText as words } from '../../text/consoleFlags.ts'
import { useLanguage, useSay } from '../../text/language.tsx'
import { showCount, showTime } from '../../text/numbers.ts'
import { ask, type Failure } from '../api.ts'
import { ExcludeForm } from '../responses/ExcludeForm.tsx'

type Flagged = QualityReport['flags'][number]

/** What each quality rule has flagged; all that have a flag are excluded or restored together. */
export function FlagsCard({ survey, version }: { survey: string; version: number }) {
  const say = useSay()
  const client = useQueryClient()
  const [asked, setAsked] = useState<{ act: 'exclude' | 'restore'; flagged: Flagged }>()
  const path = `/api/surveys/${encodeURIComponent(survey)}`
  const report = useQuery({
    queryKey: ['quality', survey, version],
    queryFn: () => ask<QualityReport>(`${path}/quality`),
    placeholderData: (before) => before,
  })
  const renew = async () => {
    for (const key of ['quality', 'log', 'responses']) await client.invalidateQueries({ queryKey: [key, survey] })
  }
  const scan = useMutation<unknown, Failure, void>({
    mutationFn: () => ask(`${path}/quality-scan`, { method: 'POST' }),
    onSuccess: renew,
  })
  return (
    <Card title={say(words.title)}>
      <Loaded query={report}>
        {({ flags, threshold, newestScan }) =>
          threshold === null ? (
            <p>{say(words.noRules)}</p>
          ) : (
            <>
              <p>{say(words.help, { threshold })}</p>
              <WideTable<Flagged>
                size="small"
                rowKey="flag"
                dataSource={flags}
                locale={{ emptyText: <Empty description={say(words.noneFlagged)} /> }}
                columns={[
                  { title: say(words.rule), dataIndex: 'label', render: (label: Flagged['label']) => say(label) },
                  { title: <Explained {...explained.points} />, dataIndex: 'points', align: 'right' },
                  {
                    title: <Explained {...explained.flagged} />,
                    dataIndex: 'responses',
                    align: 'right',
                    render: showCount,
                  },
                  {
                    title: <Explained {...explained.flaggedExcluded} />,
                    dataIndex: 'excluded',
                    align: 'right',
                    render: showCount,
                  },
                  {
                    title: '',
                    key: 'act',
                    render: (_, flagged) => (
                      <Space>
                        <Button
                          size="small"
                          danger
                          disabled={flagged.responses === flagged.excluded}
                          aria-label={say(words.excludeOf, { name: say(flagged.label) })}
                          onClick={() => setAsked({ act: 'exclude', flagged })}
                        >
                          {say(words.exclude)}
                        </Button>
                        <Button
                          size="small"
                          disabled={flagged.excluded === 0}
                          aria-label={say(words.restoreOf, { name: say(flagged.label) })}
                          onClick={() => setAsked({ act: 'restore', flagged })}
                        >
                          {say(words.restore)}
                        </Button>
                      </Space>
                    ),
                  },
                ]}
              />
              <Space wrap className="table-foot">
                <Scanned scan={newestScan} />
                <Button size="small" loading={scan.isPending} onClick={() => scan.mutate()}>
                  {say(words.scan)}
                </Button>
              </Space>
              {scan.error && <FailureNote failure={scan.error} />}
            </>
          )
        }
      </Loaded>
      {asked && (
        <ExcludeForm
          survey={survey}
          act={asked.act}
          which={{ flag: asked.flagged.flag }}
          name={say(words[asked.act])}
          done={renew}
          close={() => setAsked(undefined)}
        />
      )}
    </Card>
  )
}

function Scanned({ scan }: { scan: QualityReport['newestScan'] }) {
  const say = useSay()
  const { language } = useLanguage()
  if (!scan) return <span>{say(words.neverScanned)}</span>
  const { at, responses, excluded, restored } = scan
  const counts = { n: showCount(responses), excluded: showCount(excluded), restored: showCount(restored) }
  return <span>{say(words.scanned, { time: showTime(at, language), ...counts })}</span>
}
