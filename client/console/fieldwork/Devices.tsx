import { Card } from 'antd'
import { Explained } from '../../parts/Explained.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { text } from '../../text/console.ts'
import { explained } from '../../text/consoleExplained.ts'
import { flagText } from '../../text/consoleFlags.ts'
import { useSay } from '../../text/language.tsx'
import { showCount, showShare } from '../../text/numbers.ts'
import { useVisits } from './useVisits.ts'

/** On what kind of device the residents' page was opened. */
export function Devices({ survey }: { survey: string }) {
  const say = useSay()
  const visits = useVisits(survey)
  return (
    <Card title={<Explained {...explained.devices} />}>
      <Loaded query={visits}>
        {({ devices }) => {
          const all = devices.reduce((sum, { opened }) => sum + opened, 0)
          if (all === 0) return <p className="muted">{say(text.watching.funnel.none)}</p>
          return (
            <ul className="rates">
              {devices.map(({ device, opened }) => (
                <li key={device}>
                  <span>{say(flagText.devices[device])}</span>
                  <span>
                    {showCount(opened)} ({showShare(opened / all)})
                  </span>
                </li>
              ))}
            </ul>
          )
        }}
      </Loaded>
    </Card>
  )
}
