import { Card } from 'antd'
import type { Monitor } from '../../../server/shapes/monitor.ts'
import { Explained } from '../../parts/Explained.tsx'
import { explained } from '../../text/consoleExplained.ts'
import { flagText as words } from '../../text/consoleFlags.ts'
import { useSay } from '../../text/language.tsx'
import { showCount } from '../../text/numbers.ts'

/** How many responses each quality rule has flagged. */
export function Flags({ flags }: Pick<Monitor['quality'], 'flags'>) {
  const say = useSay()
  const found = flags.filter(({ responses }) => responses > 0)
  return (
    <Card title={<Explained {...explained.flags} />}>
      {found.length === 0 ? (
        <p className="muted">{say(flags.length === 0 ? words.noRules : words.noneFlagged)}</p>
      ) : (
        <ul className="rates">
          {found.map(({ flag, label, responses }) => (
            <li key={flag}>
              <span>{say(label)}</span>
              <span>{showCount(responses)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
