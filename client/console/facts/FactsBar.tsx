import { Button, Popconfirm } from 'antd'
import type { RegionResult } from '../../../scoring/result/result.ts'
import type { InputStamp } from '../../../server/shapes/inputs.ts'
import { text } from '../../text/console.ts'
import { useLanguage, useSay } from '../../text/language.tsx'
import { showInterval, showScore, showTime } from '../../text/numbers.ts'
import type { Progress } from './progress.ts'

const words = text.facts

interface Props {
  result: RegionResult | null
  progress: Progress
  stamp: InputStamp | null
  changed: boolean
  saving: boolean
  mayEdit: boolean
  onSave: () => void
  onDiscard: () => void
}

/** Where the whole stands, and the buttons that save it. */
export function FactsBar({ result, progress, stamp, changed, saving, mayEdit, onSave, onDiscard }: Props) {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <div className="facts-bar">
      <div className="facts-bar-total" role="status">
        <small>{say(words.soFar)}</small>
        <strong data-figure="total-so-far">
          {result?.total == null ? showInterval(result?.bounds.total) : showScore(result.total)}
        </strong>
      </div>
      <div>
        <div>{say(words.given, { n: progress.given, all: progress.all })}</div>
        {progress.worth > 0 && <small>{say(words.toGain, { points: showScore(progress.worth) })}</small>}
      </div>
      <div className="facts-bar-actions">
        <small>
          {changed
            ? say(words.unsaved)
            : stamp
              ? say(words.stamp, { version: stamp.version, by: stamp.by, at: showTime(stamp.at, language) })
              : say(words.noStamp)}
        </small>
        {changed && (
          <Popconfirm title={say(words.discardSure)} onConfirm={onDiscard}>
            <Button>{say(words.discard)}</Button>
          </Popconfirm>
        )}
        {mayEdit && (
          <Button type="primary" disabled={!changed} loading={saving} onClick={onSave}>
            {say(words.save)}
          </Button>
        )}
      </div>
    </div>
  )
}
