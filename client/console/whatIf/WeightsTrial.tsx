import { reweighted } from '../../../scoring/analysis/reweighted.ts'
import type { Scheme } from '../../../scoring/standard/scheme.ts'
import { whatIf as words } from '../../text/consoleAnalysis.ts'
import { useSay } from '../../text/language.tsx'
import { NumbersTrial } from './NumbersTrial.tsx'
import { chosenNumbers, type Trial } from './trial.ts'

interface Props {
  scheme: Scheme
  trial: Trial
  onChange: (trial: Trial) => void
}

/** Other weights than the standard's, with what they add up to. */
export function WeightsTrial({ scheme, trial, onChange }: Props) {
  const say = useSay()
  const weighted = scheme.dimensions.filter(({ kind }) => kind !== 'deduction').flatMap(({ indicators }) => indicators)
  const weights = new Map(weighted.map(({ id, weight }) => [id, weight]))
  const sum = reweighted(scheme, trial.weights).dimensions.reduce((before, { weight }) => before + weight, 0)
  const shown = Number(sum.toFixed(6))
  return (
    <>
      <NumbersTrial
        title={say(words.chooseWeights)}
        options={weighted.map(({ id, name, weight }) => ({ id, name: `${id} ${say(name)} (${weight}%)` }))}
        numbers={trial.weights}
        most={100}
        onChoose={(ids) =>
          onChange({ ...trial, weights: chosenNumbers(ids, trial.weights, (id) => weights.get(id) ?? 0) })
        }
        onChange={(id, weight) => onChange({ ...trial, weights: { ...trial.weights, [id]: weight ?? 0 } })}
      />
      {Object.keys(trial.weights).length > 0 && (
        <p className={shown === 100 ? 'muted' : 'wrong'}>{say(words.weightsSum, { sum: shown })}</p>
      )}
    </>
  )
}
