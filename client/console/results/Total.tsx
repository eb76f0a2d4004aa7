import { Card } from 'antd'
import type { RegionResult } from '../../../server/shapes/evaluation.ts'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { showInterval, showScore } from '../../text/numbers.ts'

/** The total with its interval, and the sum that it is. */
export function Total({ result }: { result: RegionResult }) {
  const say = useSay()
  const { total, totalRaw, bounds, uncertainty } = result
  return (
    <Card title={say(text.results.total)}>
      <div className="headline">
        <strong data-figure="total">{total === null ? showInterval(bounds.total) : showScore(total)}</strong>
        {total === null && <span>{say(text.results.boundsHelp)}</span>}
        {uncertainty?.total && (
          <>
            <span>
              {say(text.intervals[uncertainty.subjective.kind])} {showInterval(uncertainty.total.interval)}
            </span>
            <small>{say(text.results.uncertaintyHelp)}</small>
          </>
        )}
      </div>
      <table className="sum">
        <tbody>
          <Line sign="" name={say(text.results.objectivePart)} value={result.objective} bounds={bounds.objective} />
          <Line sign="+" name={say(text.results.subjectivePart)} value={result.subjective} bounds={bounds.subjective} />
          <Line
            sign="−"
            name={say(text.results.deductions)}
            value={result.deductions.total}
            bounds={bounds.deductions}
          />
        </tbody>
        <tfoot>
          <Line sign="=" name={say(text.results.totalRaw)} value={totalRaw} bounds={bounds.totalRaw} />
        </tfoot>
      </table>
      <small>{say(text.results.rounding)}</small>
    </Card>
  )
}

interface LineProps {
  sign: string
  name: string
  value: number | null
  bounds: [number, number]
}

function Line({ sign, name, value, bounds }: LineProps) {
  return (
    <tr>
      <td aria-hidden="true">{sign}</td>
      <th scope="row">{name}</th>
      <td>{value === null ? showInterval(bounds) : showScore(value)}</td>
    </tr>
  )
}
