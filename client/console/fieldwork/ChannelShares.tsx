import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import type { Text } from '../../../scoring/text.ts'
import type { Sensitivity } from '../../../server/shapes/sensitivity.ts'
import { Explained } from '../../parts/Explained.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { explained } from '../../text/consoleExplained.ts'
import { useSay } from '../../text/language.tsx'
import { gap, showCount, showScore, showShare } from '../../text/numbers.ts'
import { ask } from '../api.ts'

const words = text.watching.channels
const names: Record<string, Text> = text.acting.channels.names
const every = 60_000
/** Below so many responses the difference would say what few people answered. */
const fewest = 30

interface Row {
  channel: string
  responses: number
  share: number
  without: number | null
  effect: number | null
}

/** By which ways responses came, and what the score would be without each. */
export function ChannelShares({ survey }: { survey: string }) {
  const say = useSay()
  const sensitivity = useQuery({
    queryKey: ['sensitivity', survey],
    queryFn: () => ask<Sensitivity>(`/api/surveys/${encodeURIComponent(survey)}/sensitivity`),
    refetchInterval: every,
  })
  return (
    <Card title={<Explained {...explained.channels} />}>
      <p className="muted">{say(words.help)}</p>
      <Loaded query={sensitivity}>
        {(found) => (
          <WideTable<Row>
            size="small"
            rowKey="channel"
            dataSource={rowsOf(found)}
            locale={{ emptyText: say(words.one) }}
            columns={[
              {
                title: say(words.channel),
                dataIndex: 'channel',
                render: (channel: string) => (names[channel] ? say(names[channel]) : channel),
              },
              {
                title: <Explained {...explained.channelResponses} />,
                dataIndex: 'responses',
                align: 'right',
                render: showCount,
              },
              {
                title: <Explained {...explained.channelShare} />,
                dataIndex: 'share',
                align: 'right',
                render: showShare,
              },
              { title: <Explained {...explained.without} />, dataIndex: 'without', align: 'right', render: showScore },
              {
                title: <Explained {...explained.effect} />,
                dataIndex: 'effect',
                align: 'right',
                render: (effect: number | null) =>
                  effect === null ? gap : `${effect > 0 ? '+' : ''}${showScore(effect)}`,
              },
            ]}
          />
        )}
      </Loaded>
    </Card>
  )
}

const prefix = 'without-channel:'

function rowsOf({ samples }: Sensitivity): Row[] {
  const whole = samples.find(({ code }) => code === 'standard')
  if (!whole) return []
  return samples
    .filter(({ code }) => code.startsWith(prefix))
    .map(({ code, respondents, score }) => {
      const responses = whole.respondents - respondents
      const told = responses >= fewest && respondents >= fewest && score !== null && whole.score !== null
      return {
        ...{ channel: code.slice(prefix.length), responses, share: responses / Math.max(1, whole.respondents) },
        ...{ without: told ? score : null, effect: told ? (whole.score ?? 0) - (score ?? 0) : null },
      }
    })
}
