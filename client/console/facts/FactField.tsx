import { Button, Checkbox, Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import type {
  BooleanInput,
  ChoiceInput,
  Input as FactInput,
  NumberInput,
  SetInput,
} from '../../../scoring/standard/input.ts'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'

const words = text.facts

interface Props<I extends FactInput = FactInput> {
  /** Of the control, for its label. */
  id: string
  input: I
  /** In the CSV form of R12; undefined: not given. */
  value: string | undefined
  onChange: (value: string | undefined) => void
  disabled: boolean
  /** Id of the text that says what is wrong. */
  error: string | undefined
}

type Control<I extends FactInput> = (props: Props<I>) => ReactNode

/** A number is entered as text: what counts is the decimal that was written (R2). */
const NumberControl: Control<NumberInput> = ({ id, input, value, onChange, disabled, error }) => {
  const say = useSay()
  return (
    <Input
      id={id}
      className="fact-number"
      inputMode={input.type === 'count' ? 'numeric' : 'decimal'}
      autoComplete="off"
      value={value ?? ''}
      suffix={say(input.unit)}
      styles={{ suffix: { color: 'var(--muted)' } }}
      disabled={disabled}
      {...(error && { status: 'error', 'aria-invalid': true, 'aria-describedby': error })}
      onChange={({ target }) => onChange(target.value.trim() === '' ? undefined : target.value)}
    />
  )
}

function OneOf({ id, options, value, onChange, disabled, error }: Omit<Props, 'input'> & { options: Option[] }) {
  const say = useSay()
  return (
    <div className="fact-options">
      <Radio.Group
        aria-labelledby={`${id}-label`}
        {...(error && { 'aria-describedby': error })}
        options={options}
        value={value ?? null}
        disabled={disabled}
        vertical={options.length > 2}
        onChange={({ target }) => onChange(target.value)}
      />
      {value !== undefined && !disabled && (
        <Button type="link" size="small" onClick={() => onChange(undefined)}>
          {say(words.clear)}
        </Button>
      )}
    </div>
  )
}

interface Option {
  value: string
  label: string
}

const BooleanControl: Control<BooleanInput> = (props) => {
  const say = useSay()
  const options = [
    { value: 'true', label: say(words.yes) },
    { value: 'false', label: say(words.no) },
  ]
  return <OneOf {...props} value={props.value?.toLowerCase()} options={options} />
}

const ChoiceControl: Control<ChoiceInput> = (props) => {
  const say = useSay()
  return <OneOf {...props} options={props.input.options.map(({ key, label }) => ({ value: key, label: say(label) }))} />
}

/** Nothing ticked and “none of these” are not the same: the first is not given. */
const SetControl: Control<SetInput> = ({ id, input, value, onChange, disabled, error }) => {
  const say = useSay()
  const ticked = (value ?? '')
    .split(';')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  return (
    <fieldset className="fact-options" aria-labelledby={`${id}-label`} {...(error && { 'aria-describedby': error })}>
      <Checkbox.Group
        className="fact-set"
        options={input.options.map(({ key, label }) => ({ value: key, label: say(label) }))}
        value={ticked}
        disabled={disabled}
        onChange={(chosen) => {
          const keys = input.options.map(({ key }) => key).filter((key) => chosen.includes(key))
          onChange(keys.length > 0 ? keys.join(';') : undefined)
        }}
      />
      <Checkbox
        checked={value !== undefined && ticked.length === 0}
        disabled={disabled}
        onChange={({ target }) => onChange(target.checked ? '' : undefined)}
      >
        {say(words.none)}
      </Checkbox>
    </fieldset>
  )
}

type Controls = {
  [T in FactInput['type']]: Control<T extends NumberInput['type'] ? NumberInput : Extract<FactInput, { type: T }>>
}

const controls: Controls = {
  count: NumberControl,
  amount: NumberControl,
  percent: NumberControl,
  boolean: BooleanControl,
  choice: ChoiceControl,
  set: SetControl,
}

/** The control in which an official gives one fact. */
export function FactField(props: Props) {
  // TypeScript cannot see that the control under an input's own type is the one for this input.
  const FieldControl = controls[props.input.type] as Control<FactInput>
  return <FieldControl {...props} />
}
