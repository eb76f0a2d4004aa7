import { Card, Statistic } from 'antd'
import type { Text } from '../../../scoring/text.ts'
import type { Monitor } from '../../../server/shapes/monitor.ts'
import { Explained } from '../../parts/Explained.tsx'
import { explained } from '../../text/consoleExplained.ts'
import { gap, showCount, showScore } from '../../text/numbers.ts'

/** The handful of numbers an administrator looks at first. */
export function KeyFigures({ monitor: { counts, estimate } }: { monitor: Monitor }) {
  const figures: Figure[] = [
    { ...explained.responses, value: showCount(counts.responses), id: 'responses' },
    { ...explained.overQuota, value: showCount(counts.overQuota) },
    { ...explained.screenedOut, value: showCount(counts.screenedOut) },
    { ...explained.withdrawn, value: showCount(counts.excluded + counts.withdrawn) },
    { ...explained.effective, value: estimate ? showCount(estimate.nEffective) : gap },
    { ...explained.designEffect, value: showScore(estimate?.designEffect) },
  ]
  return (
    <div className="figures">
      {figures.map(({ name, help, value, id }) => (
        <Card key={name.en} size="small" data-figure={id}>
          <Statistic title={<Explained name={name} help={help} />} value={value} />
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
