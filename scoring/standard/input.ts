import type { Text } from '../text.ts'
import { type Unit, units } from './units.ts'

/** What an official enters (填报项): the key, label, type and limits of one figure or answer. */
export type Input = NumberInput | BooleanInput | ChoiceInput | SetInput

interface Common {
  key: string
  label: Text
  /** The same fact in every item of the L2 that has this key (R9). */
  shared?: true
  /** Needed only where another input of the item has this value. */
  requiredWhen?: { key: string; equals: boolean }
}

/** `count`: an integer from 0; `amount`: a real from 0; `percent`: a real from 0 to 100. */
export interface NumberInput extends Common {
  type: 'count' | 'amount' | 'percent'
  unit: Text
  /** Key of the input of the same item whose value this one cannot pass (R5). */
  atMost?: string
  /** The value must be greater than this. */
  moreThan?: number
}

export interface BooleanInput extends Common {
  type: 'boolean'
}

/** One of the options. */
export interface ChoiceInput<K extends string = string> extends Common {
  type: 'choice'
  options: Option<K>[]
}

/** Any number of the options, none included. */
export interface SetInput<K extends string = string> extends Common {
  type: 'set'
  options: Option<K>[]
}

export interface Option<K extends string = string> {
  key: K
  label: Text
}

/** An input before its item gives it its key. */
export type Unkeyed<I extends Input = Input> = I extends Input ? Omit<I, 'key'> : never

type Limits = Partial<Pick<NumberInput, 'atMost' | 'moreThan' | 'shared' | 'requiredWhen'>>

const numeric =
  (type: NumberInput['type']) =>
  (zh: string, en: string, unit: Unit, limits: Limits = {}): Unkeyed<NumberInput> => ({
    type,
    label: { zh, en },
    unit: units[unit],
    ...limits,
  })

export const count = numeric('count')
export const amount = numeric('amount')
export const percent = numeric('percent')

export const boolean = (zh: string, en: string): Unkeyed<BooleanInput> => ({ type: 'boolean', label: { zh, en } })

/** The labels of the options by their keys: `[zh, en]`. */
type Labels<K extends string> = Record<K, [zh: string, en: string]>

const optionsOf = <K extends string>(labels: Labels<K>) =>
  (Object.entries(labels) as [K, [string, string]][]).map(([key, [zh, en]]) => ({ key, label: { zh, en } }))

export const choice = <K extends string>(zh: string, en: string, labels: Labels<K>): Omit<ChoiceInput<K>, 'key'> => ({
  type: 'choice',
  label: { zh, en },
  options: optionsOf(labels),
})

export const set = <K extends string>(zh: string, en: string, labels: Labels<K>): Omit<SetInput<K>, 'key'> => ({
  type: 'set',
  label: { zh, en },
  options: optionsOf(labels),
})
