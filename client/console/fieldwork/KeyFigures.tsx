import { Card, Statistic } from 'antd'
import type { Text } from '../../../scoring/text.ts'
import type { Monitor } from '../../../server/shapes/monitor.ts'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { gap, showCount, showScore } from '../../text/numbers.ts'

/** The handful of numbers an administrator looks at first. */
export function KeyFigures({ monitor: { counts, estimate } }: { monitor: Monitor }) {
  const say = useSay()
  const figures: Figure[] = [
    { ...text.figures.responses, value: showCount(counts.responses), id: 'responses' },
    { ...text.figures.overQuota, value: showCount(counts.overQuota) },
    { ...text.figures.screenedOut, value: showCount(counts.screenedOut) },
    { ...text.figures.withdrawn, value: showCount(counts.excluded + counts.withdrawn) },
    { ...text.figures.effective, value: estimate ? showCount(estimate.nEffective) : gap },
    { ...text.figures.designEffect, value: showScore(estimate?.designEffect) },
  ]
  return (
    <div className="figures">
      {figures.map(({ name, help, value, id }) => (
        <Card key={name.en} size="small" data-figure={id}>
          <Statistic title={<span title={say(help)}>{say(name)}</span>} value={value} />
          <small>{say(help)}</small>
        </Card>
      ))}
    </div>
  )
}

interface Figure {
  name: Text
  help: Text
  value: string
  /** For tests and links. */
  id?: string
}
