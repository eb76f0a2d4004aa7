import { Select } from 'antd'
import { useMemo } from 'react'
import type { Scheme } from '../../../scoring/standard/scheme.ts'
import type { Inputs } from '../../../server/shapes/inputs.ts'
import { text } from '../../text/console.ts'
import { whatIf as words } from '../../text/consoleAnalysis.ts'
import { useSay } from '../../text/language.tsx'
import { askedIn, draftOf, placeOf } from '../facts/draft.ts'
import { FactField } from '../facts/FactField.tsx'
import { NumbersTrial } from './NumbersTrial.tsx'
import { chosenNumbers, type Trial } from './trial.ts'

interface Props {
  scheme: Scheme
  inputs: Inputs
  trial: Trial
  onChange: (trial: Trial) => void
}

/** Facts and imported scores that are to be other than they are. */
export function FactsTrial({ scheme, inputs, trial, onChange }: Props) {
  const say = useSay()
  const saved = useMemo(() => draftOf(scheme, inputs.facts.rows), [scheme, inputs])
  const indicators = scheme.dimensions.flatMap(({ indicators }) => indicators)
  const imported = new Map(inputs.scores.rows.map(({ indicator, score }) => [indicator, Number(score)]))
  const names = new Map(
    indicators.flatMap(({ id, name, items }) => [
      [id, name] as const,
      ...items.map((item) => [item.id, item.name] as const),
    ]),
  )
  // An L2 has one source: where its score was imported there are no facts to change.
  const asked = indicators.flatMap((indicator) =>
    [indicator, ...indicator.items].some(({ id }) => imported.has(id))
      ? []
      : indicator.items.map((item) => ({ indicator, item })),
  )
  return (
    <>
      {asked.length > 0 && (
        <Select
          mode="multiple"
          className="trial-choice"
          aria-label={say(words.chooseItems)}
          placeholder={say(words.chooseItems)}
          value={trial.items}
          optionFilterProp="label"
          options={asked.map(({ item: { id, name } }) => ({ value: id, label: `${id} ${say(name)}` }))}
          onChange={(items) => {
            const kept = Object.entries(trial.values).filter(([place]) => items.includes(place.split('.')[0] ?? ''))
            onChange({ ...trial, items, values: Object.fromEntries(kept) })
          }}
        />
      )}
      {asked
        .filter(({ item }) => trial.items.includes(item.id))
        .map(({ indicator, item }) => (
          <fieldset key={item.id} className="trial-item">
            <legend>
              <code>{item.id}</code> {say(item.name)}
            </legend>
            {item.inputs.map((input) => {
              const place = placeOf(item.id, input.key)
              const value =
                place in trial.values
                  ? trial.values[place]
                  : saved.values[placeOf(askedIn(indicator, item, input), input.key)]
              const id = `trial-${item.id}-${input.key}`
              return (
                <div key={input.key} className="fact-field">
                  {'unit' in input ? (
                    <label htmlFor={id}>{say(input.label)}</label>
                  ) : (
                    <span className="fact-label" id={`${id}-label`}>
                      {say(input.label)}
                    </span>
                  )}
                  <FactField
                    {...{ id, input, value }}
                    disabled={false}
                    error={undefined}
                    onChange={(next) => onChange({ ...trial, values: { ...trial.values, [place]: next } })}
                  />
                </div>
              )
            })}
          </fieldset>
        ))}
      {imported.size > 0 && (
        <NumbersTrial
          title={say(words.chooseScores)}
          options={[...imported.keys()].map((id) => ({
            id,
            name: `${id} ${say(names.get(id) ?? text.score)}`,
          }))}
          numbers={trial.scores}
          most={100}
          onChoose={(ids) =>
            onChange({ ...trial, scores: chosenNumbers(ids, trial.scores, (id) => imported.get(id) ?? null) })
          }
          onChange={(id, score) => onChange({ ...trial, scores: { ...trial.scores, [id]: score } })}
        />
      )}
    </>
  )
}
