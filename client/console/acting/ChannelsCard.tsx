import { useQueryClient } from '@tanstack/react-query'
import { Card, Switch } from 'antd'
import { useState } from 'react'
import type { Channel } from '../../../server/shapes/channel.ts'
import type { Monitor } from '../../../server/shapes/monitor.ts'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { ask } from '../api.ts'
import { ConfirmAct } from './ConfirmAct.tsx'

const words = text.acting.channels
const channels = Object.keys(words.names) as Channel[]

/** By which ways answers come, and a switch for each. */
export function ChannelsCard({ monitor: { survey } }: { monitor: Monitor }) {
  const say = useSay()
  const client = useQueryClient()
  const [asked, setAsked] = useState<{ channel: Channel; open: boolean }>()
  const name = asked ? say(words.names[asked.channel]) : ''

  return (
    <Card title={say(words.title)}>
      <p>{say(words.help)}</p>
      <ul className="rates">
        {channels.map((channel) => (
          <li key={channel}>
            <span>{say(words.names[channel])}</span>
            <Switch
              checked={survey.channels.includes(channel)}
              disabled={survey.state === 'closed'}
              checkedChildren={say(words.open)}
              unCheckedChildren={say(words.shut)}
              aria-label={say(words.switchOf, { name: say(words.names[channel]) })}
              onChange={(open) => setAsked({ channel, open })}
            />
          </li>
        ))}
      </ul>
      {asked && (
        <ConfirmAct
          title={say(asked.open ? words.openTitle : words.closeTitle, { name })}
          name={say(asked.open ? words.open : text.acting.close.button)}
          happens={[say(asked.open ? words.openHappens : words.closeHappens, { name })]}
          danger={!asked.open}
          act={async ({ reason }) => {
            await ask(`/api/surveys/${encodeURIComponent(survey.id)}/channels/${asked.channel}`, {
              method: 'PUT',
              json: { open: asked.open, reason },
            })
            await client.invalidateQueries({ queryKey: ['log', survey.id] })
          }}
          close={() => setAsked(undefined)}
        />
      )}
    </Card>
  )
}
