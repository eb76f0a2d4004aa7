import type { Fact } from '../standard/fact.ts'
import type { BooleanInput, ChoiceInput, Input, NumberInput, SetInput } from '../standard/input.ts'
import type { Written } from './entry.ts'
import { isEmpty, type Reading, readNumber } from './readFigure.ts'

const optionKeys = ({ options }: ChoiceInput | SetInput) => options.map(({ key }) => key)

const booleans = new Map<unknown, boolean>([
  ['true', true],
  ['false', false],
])

const readBoolean = (_: BooleanInput, value: unknown, written: Written): Reading<boolean> => {
  const given = written === 'csv' ? booleans.get(String(value).toLowerCase()) : value
  return typeof given === 'boolean' ? { fact: given } : { reason: 'notBoolean' }
}

const readChoice = (input: ChoiceInput, value: unknown): Reading<string> =>
  typeof value === 'string' && optionKeys(input).includes(value) ? { fact: value } : { reason: 'unknownOption' }

const pieces = (text: unknown) =>
  String(text)
    .split(';')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')

const readSet = (input: SetInput, value: unknown, written: Written): Reading<string[]> => {
  const list: unknown = written === 'csv' ? pieces(value) : value
  if (!Array.isArray(list)) return { reason: 'notList' }
  const known = optionKeys(input)
  const entries = list.filter((entry): entry is string => typeof entry === 'string' && known.includes(entry))
  if (entries.length < list.length) return { reason: 'unknownOption' }
  return new Set(entries).size < entries.length ? { reason: 'duplicateOption' } : { fact: entries }
}

type Readers = {
  [T in Input['type']]: (
    input: T extends NumberInput['type'] ? NumberInput : Extract<Input, { type: T }>,
    value: unknown,
    written: Written,
  ) => Reading<Fact>
}

const readNumeric = ({ type }: NumberInput, value: unknown, written: Written) => readNumber(type, value, written)

const readers: Readers = {
  count: readNumeric,
  amount: readNumeric,
  percent: readNumeric,
  boolean: readBoolean,
  choice: readChoice,
  set: readSet,
}

/** The fact that a value stands for; an empty cell of a CSV is the empty set where a set is asked. */
export function readFact(input: Input, value: unknown, written: Written): Reading<Fact> {
  if (isEmpty(value) && !(input.type === 'set' && written === 'csv')) return { reason: 'emptyValue' }
  // TypeScript cannot see that the reader under an input's own type is the one for this input.
  const read = readers[input.type] as (input: Input, value: unknown, written: Written) => Reading<Fact>
  return read(input, value, written)
}
