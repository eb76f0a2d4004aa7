import type { Trace } from '../../scoring/objective/trace.ts'
import { useSay } from '../text/language.tsx'

/** How a score came about: the standard's formula, and the same with this region's figures. */
export function TraceLines({ trace: { lines, remarks } }: { trace: Trace }) {
  const say = useSay()
  return (
    <div className="trace">
      {lines.map(({ name, letters, numbers }) => (
        <div key={name.en}>
          <small>
            {say(name)} = {say(letters)}
          </small>
          <div className="trace-numbers">{numbers}</div>
        </div>
      ))}
      {remarks.map((remark) => (
        <small key={remark.en} className="remark">
          {say(remark)}
        </small>
      ))}
    </div>
  )
}
