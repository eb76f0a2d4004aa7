import { Input, InputNumber } from 'antd'
import { cloneElement, type ReactElement, useId } from 'react'
import type { Text } from '../../../scoring/text.ts'
import { setup as text } from '../../text/consoleSetup.ts'
import { useSay } from '../../text/language.tsx'

interface OfField {
  label: string
  help?: string | undefined
  /** One control, which takes an id. */
  children: ReactElement<{ id?: string }>
}

/** A field with its name above it and what it means below. */
export function Field({ label, help, children }: OfField) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {cloneElement(children, { id })}
      {help && <small>{help}</small>}
    </div>
  )
}

interface OfText {
  label: string
  value: Text
  set: (value: Text) => void
  name: string
  long?: boolean
}

/** A text in both languages. */
export function WordsFields({ label, value, set, name, long = false }: OfText) {
  const say = useSay()
  const Control = long ? Input.TextArea : Input
  return (
    <div className="field-pair">
      <Field label={`${label} · ${say(text.zh)}`}>
        <Control name={name} value={value.zh} onChange={(event) => set({ ...value, zh: event.target.value })} />
      </Field>
      <Field label={`${label} · ${say(text.en)}`}>
        <Control
          name={`${name}-en`}
          lang="en"
          value={value.en}
          onChange={(event) => set({ ...value, en: event.target.value })}
        />
      </Field>
    </div>
  )
}

interface OfNumber {
  label: string
  help?: string
  value: number
  set: (value: number) => void
  min: number
  max: number
  step?: number
  name: string
}

export function NumberField({ label, help, value, set, name, ...limits }: OfNumber) {
  return (
    <Field label={label} help={help}>
      <InputNumber name={name} value={value} onChange={(given) => given !== null && set(given)} {...limits} />
    </Field>
  )
}
