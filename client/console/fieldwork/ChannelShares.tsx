import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import type { Text } from '../../../scoring/text.ts'
import type { ChannelPace, Monitor } from '../../../server/shapes/monitor.ts'
import type { Sensitivity } from '../../../server/shapes/sensitivity.ts'
import { Explained } from '../../parts/Explained.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { explained } from '../../text/consoleExplained.ts'
import { useLanguage, useSay } from '../../text/language.tsx'
import { gap, showCount, showScore, showShare, showTime } from '../../text/numbers.ts'
import { ask } from '../api.ts'

const words = text.watching.channels
const names: Record<string, Text> = text.acting.channels.names
const every = 60_000

interface Row extends Pick<ChannelPace, 'channel' | 'responses' | 'share' | 'lastDay'> {
  cap: string
  without: number | null
  effect: number | null
}

/** By which ways responses come and how fast, what caps them, and what the score would be without each. */
export function ChannelShares({ monitor }: { monitor: Monitor }) {
  const say = useSay()
  const survey = monitor.survey.id
  const { language } = useLanguage()
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
          <>
            <WideTable<Row>
              size="small"
              rowKey="channel"
              dataSource={rowsOf(monitor, found)}
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
                {
                  title: <Explained {...explained.channelLastDay} />,
                  dataIndex: 'lastDay',
                  align: 'right',
                  render: showCount,
                },
                { title: <Explained {...explained.channelCap} />, dataIndex: 'cap', align: 'right' },
                {
                  title: <Explained {...explained.without} />,
                  dataIndex: 'without',
                  align: 'right',
                  render: showScore,
                },
                {
                  title: <Explained {...explained.effect} />,
                  dataIndex: 'effect',
                  align: 'right',
                  render: (effect: number | null) =>
                    effect === null ? gap : `${effect > 0 ? '+' : ''}${showScore(effect)}`,
                },
              ]}
            />
            <small>{say(text.fieldwork.asOf, { time: showTime(found.at, language) })}</small>
          </>
        )}
      </Loaded>
    </Card>
  )
}

const prefix = 'without-channel:'

function rowsOf({ channels, quotas }: Monitor, { samples }: Sensitivity): Row[] {
  const whole = samples.find(({ code }) => code === 'standard')
  return channels.map(({ channel, responses, share, lastDay, quotas: own }) => {
    const without = samples.find(({ code }) => code === `${prefix}${channel}`)
    const score = without?.score ?? null
    const cap = quotas.find(({ id, variables }) => own.includes(id) && variables.length === 1)
    return {
      ...{ channel, responses, share, lastDay },
      cap: cap ? `${showCount(cap.taken)} / ${showCount(cap.target)}` : gap,
      without: score,
      effect: score === null || whole?.score == null ? null : whole.score - score,
    }
  })
}
