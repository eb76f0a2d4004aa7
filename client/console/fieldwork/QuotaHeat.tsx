import { Tooltip } from 'antd'
import type { QuotaStatus } from '../../../server/shapes/monitor.ts'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { showCount } from '../../text/numbers.ts'

const words = text.watching.quotas

/** Every cell of a quota by how far it is filled: pale is empty, dark is full, a frame is over. */
export function QuotaHeat({ quotas }: { quotas: QuotaStatus[] }) {
  const say = useSay()
  return (
    <ul className="heat" aria-label={say(words.heat)}>
      {quotas.map((quota) => {
        const { id, label, taken, held, target, remaining } = quota
        const over = Math.max(0, taken - target)
        const filled = target > 0 ? taken / target : 1
        const said = say(words.cell, {
          ...{ name: say(label), taken: showCount(taken), held: showCount(held), target: showCount(target) },
          ...{ remaining: showCount(remaining), over: showCount(over) },
        })
        return (
          <li key={id}>
            <Tooltip title={said} trigger={['hover', 'focus', 'click']}>
              <button type="button" className={`heat-${shade(filled)}`} aria-label={said}>
                <span>{say(label)}</span>
                <strong>{Math.floor(100 * filled)}%</strong>
              </button>
            </Tooltip>
          </li>
        )
      })}
    </ul>
  )
}

const shade = (filled: number): string => (filled > 1 ? 'over' : String(Math.min(4, Math.floor(filled * 5))))
