import { inputsOf, type Step } from '../standard/evaluate.ts'
import { addFractions, compare, exactly, type Fraction, isGap, zero } from '../standard/exact.ts'
import { isFigure } from '../standard/fact.ts'
import type { Input, NumberInput } from '../standard/input.ts'
import type { Text } from '../text.ts'
import { about, type Given } from './given.ts'
import type { Finding } from './messages.ts'

/**
 * What is wrong between the values of one provided item, whose formula they give this step; a value that is wrong by
 * itself is left out of it.
 */
export const inconsistencies = (given: Given, step: Step): Finding[] => [
  ...missing(given),
  ...aboveLimit(given),
  ...sumsAboveLimit(given),
  ...zeroDivisors(given, step),
]

const inputOf = ({ item }: Given, key: string) => item.inputs.find((input) => input.key === key)

const isRequired = ({ requiredWhen }: Input, { facts }: Given) =>
  !requiredWhen || facts[requiredWhen.key] === requiredWhen.equals

function missing(given: Given): Finding[] {
  const [some] = given.entries.values()
  return given.item.inputs
    .filter((input) => !given.entries.has(input.key) && isRequired(input, given))
    .map((input) => ({ ...about(given.item, input, 'missingInput'), row: some?.row ?? null }))
}

const isNumeric = (input: Input): input is NumberInput => 'unit' in input

const exact = ({ facts }: Given, key: string): Fraction | null => {
  const fact = facts[key]
  return isFigure(fact) ? fact.exact : null
}

function limitInWords(given: Given, key: string): Text {
  const fact = given.facts[key]
  const label = inputOf(given, key)?.label
  const figure = isFigure(fact) ? fact.text : ''
  return { zh: `“${label?.zh}”的 ${figure}`, en: `the ${figure} of “${label?.en}”` }
}

const aboveLimit = (given: Given): Finding[] =>
  given.item.inputs.filter(isNumeric).flatMap((input) => {
    const value = exact(given, input.key)
    const limit = input.atMost === undefined ? null : exact(given, input.atMost)
    if (!value || !limit || compare(value, limit) <= 0) return []
    const found = about(given.item, input, 'exceeds', given.entries.get(input.key))
    return [{ ...found, expected: limitInWords(given, input.atMost ?? '') }]
  })

const sumsAboveLimit = (given: Given): Finding[] =>
  given.item.sumAtMost.flatMap(({ keys, limit: limitKey }) => {
    const values = keys.map((key) => exact(given, key))
    const limit = exact(given, limitKey)
    const [first = ''] = keys
    const input = inputOf(given, first)
    const firstValue = exact(given, first)
    if (!limit || !input || !firstValue || values.includes(null)) return []
    const sum = values.reduce<Fraction>((sum, value) => addFractions(sum, value ?? zero), zero)
    // Where the first alone is above the limit, that has been said.
    if (compare(sum, limit) <= 0 || compare(firstValue, limit) > 0) return []
    const labels = (language: keyof Text) => keys.map((key) => inputOf(given, key)?.label[language]).join(' + ')
    const { zh, en } = limitInWords(given, limitKey)
    return [
      {
        ...about(given.item, input, 'exceeds', given.entries.get(first)),
        expected: { zh: `限度：${labels('zh')} 之和超过${zh}`, en: `allowed: ${labels('en')} together pass ${en}` },
      },
    ]
  })

function zeroDivisors(given: Given, { value }: Step): Finding[] {
  const divisors = isGap(value) ? value.divisors.flatMap((divisor) => inputsOf(divisor).slice(0, 1)) : []
  const tooSmall = given.item.inputs.filter(isNumeric).filter(({ key, moreThan }) => {
    const figure = exact(given, key)
    return moreThan !== undefined && figure !== null && compare(figure, exactly(moreThan)) <= 0
  })
  const keys = new Set([...divisors, ...tooSmall].map(({ key }) => key))
  return given.item.inputs
    .filter(({ key }) => keys.has(key))
    .map((input) => about(given.item, input, 'zeroDenominator', given.entries.get(input.key)))
}
