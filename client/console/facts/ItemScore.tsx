import type { DataProblem } from '../../../scoring/objective/problem.ts'
import type { Trace } from '../../../scoring/objective/trace.ts'
import { type Item, mostOf } from '../../../scoring/standard/item.ts'
import type { Indicator } from '../../../scoring/standard/scheme.ts'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { showScore } from '../../text/numbers.ts'

const words = text.facts

interface Props {
  indicator: Pick<Indicator, 'weight'>
  item: Item
  trace: Trace | undefined
  problems: DataProblem[]
}

/** An item's score as it stands; while there is none, what hangs on it. */
export function ItemScore({ indicator, item, trace, problems }: Props) {
  const say = useSay()
  const deduction = item.kind === 'deduction'
  const inTotal = (points: number) => (deduction ? points : (points * indicator.weight) / 100)
  if (trace && trace.score !== null) {
    return (
      <div className="item-score" data-score={item.id}>
        {say(deduction ? words.pointsOff : words.score)} <strong>{showScore(trace.score)}</strong>{' '}
        {say(words.of, { n: mostOf(item) })}
        {!deduction && <small> · {say(words.contributes, { points: showScore(inTotal(trace.score)) })}</small>}
      </div>
    )
  }
  if (problems.some(({ reason }) => reason !== 'missingInput')) {
    return <div className="item-score wrong">{say(words.wrong)}</div>
  }
  if (problems.length > 0) return <div className="item-score">{say(words.unfinished)}</div>
  return (
    <div className="item-score">
      {say(deduction ? words.missingDeduction : words.missing, { points: showScore(inTotal(mostOf(item))) })}
    </div>
  )
}
