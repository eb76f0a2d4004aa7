import { Button, Card } from 'antd'
import { useState } from 'react'
import type { DataProblem } from '../../../scoring/objective/problem.ts'
import type { Trace } from '../../../scoring/objective/trace.ts'
import type { Input } from '../../../scoring/standard/input.ts'
import type { Item } from '../../../scoring/standard/item.ts'
import type { Indicator } from '../../../scoring/standard/scheme.ts'
import { Go } from '../../parts/Go.tsx'
import { TraceLines } from '../../parts/TraceLines.tsx'
import { text } from '../../text/console.ts'
import { useLanguage, useSay } from '../../text/language.tsx'
import { limitsOf, sumLimitsOf } from '../standard/limits.ts'
import { wordsOf } from './assess.ts'
import { askedIn, type Draft, placeOf, withValue } from './draft.ts'
import { EvidenceFields } from './EvidenceFields.tsx'
import { FactField } from './FactField.tsx'
import { ItemScore } from './ItemScore.tsx'

const words = text.facts

interface Props {
  scheme: string
  indicator: Indicator
  item: Item
  draft: Draft
  onChange: (draft: Draft) => void
  problems: DataProblem[]
  trace: Trace | undefined
  disabled: boolean
}

/** One item to fill in, with its score and working as they stand. */
export function ItemForm({ scheme, indicator, item, draft, onChange, problems, trace, disabled }: Props) {
  const say = useSay()
  const evidence = draft.evidence[item.id]
  const [more, setMore] = useState(evidence !== undefined)
  const own = problems.filter((problem) => problem.item === item.id)
  return (
    <Card
      id={`form-${item.id}`}
      className="item-form"
      size="small"
      title={
        <>
          <code>{item.id}</code> {say(item.name)}
        </>
      }
      extra={<ItemScore indicator={indicator} item={item} trace={trace} problems={own} />}
    >
      <div className="fact-fields">
        {item.inputs.map((input) => (
          <Field
            key={input.key}
            {...{ indicator, item, input, draft, onChange, disabled }}
            problem={own.find(({ key }) => key === input.key)}
          />
        ))}
      </div>
      {sumLimitsOf(item, say).map((limit) => (
        <small key={limit}>{limit}</small>
      ))}
      {trace && <TraceLines trace={trace} />}
      <div className="item-form-more">
        {more ? (
          <EvidenceFields
            item={item.id}
            evidence={evidence}
            disabled={disabled}
            onChange={(next) => onChange({ ...draft, evidence: { ...draft.evidence, [item.id]: next } })}
          />
        ) : (
          <Button type="link" size="small" onClick={() => setMore(true)}>
            {say(words.addEvidence)}
          </Button>
        )}
        <small>
          {say(text.standard.timing)}：{say(text.standard.timings[item.timing])}{' '}
          <Go to={`/console/standard/${scheme}/${item.id}`}>{say(words.aboutItem)}</Go>
        </small>
      </div>
    </Card>
  )
}

interface FieldProps extends Pick<Props, 'indicator' | 'item' | 'draft' | 'onChange' | 'disabled'> {
  input: Input
  problem: DataProblem | undefined
}

function Field({ indicator, item, input, draft, onChange, disabled, problem }: FieldProps) {
  const say = useSay()
  const { language } = useLanguage()
  const id = `${item.id}-${input.key}`
  const at = askedIn(indicator, item, input)
  const elsewhere = at !== item.id
  const place = placeOf(at, input.key)
  const value = draft.values[place]
  const needed = isNeeded(input, item, indicator, draft)
  if (!needed && value === undefined) return null
  const isGroup = !('unit' in input)
  const label = `${say(input.label)}`
  return (
    <div className="fact-field">
      {isGroup ? (
        <span className="fact-label" id={`${id}-label`}>
          {label}
        </span>
      ) : (
        <label htmlFor={id}>{label}</label>
      )}
      <FactField
        id={id}
        input={input}
        value={value}
        disabled={disabled || elsewhere}
        error={problem && `${id}-problem`}
        onChange={(next) => onChange(withValue(draft, place, next))}
      />
      {problem && (
        <small id={`${id}-problem`} className={problem.reason === 'missingInput' ? 'fact-pending' : 'fact-error'}>
          {wordsOf(problem, item, input, language)}
        </small>
      )}
      <small>
        {elsewhere
          ? say(words.asIn, { id: at })
          : limitsOf(input, item.inputs, say).join(language === 'zh' ? '；' : '; ')}
      </small>
    </div>
  )
}

/** Whether the answer that makes it necessary has been given, or none yet. */
function isNeeded({ requiredWhen }: Input, item: Item, indicator: Indicator, { values }: Draft): boolean {
  if (!requiredWhen) return true
  const gate = item.inputs.find(({ key }) => key === requiredWhen.key)
  const answer = gate && values[placeOf(askedIn(indicator, item, gate), gate.key)]
  return answer === undefined || (answer.toLowerCase() === 'true') === requiredWhen.equals
}
