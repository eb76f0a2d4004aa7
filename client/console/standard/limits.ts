import type { Input } from '../../../scoring/standard/input.ts'
import type { Item } from '../../../scoring/standard/item.ts'
import { text } from '../../text/console.ts'
import type { Say } from '../../text/language.tsx'

const words = text.standard

/** What an input's value is held against, a sentence each; options come apart. */
export function limitsOf(input: Input, inputs: readonly Input[], say: Say): string[] {
  const label = (key: string) => {
    const other = inputs.find((one) => one.key === key)
    return other ? say(other.label) : key
  }
  const { requiredWhen, shared } = input
  return [
    ...('unit' in input && input.atMost !== undefined ? [say(words.atMost, { label: label(input.atMost) })] : []),
    ...('unit' in input && input.moreThan !== undefined ? [say(words.moreThan, { n: input.moreThan })] : []),
    ...(requiredWhen
      ? [say(words.requiredWhen[requiredWhen.equals ? 'true' : 'false'], { label: label(requiredWhen.key) })]
      : []),
    ...(shared ? [say(words.shared)] : []),
  ]
}

/** Limits on sums of several inputs of an item. */
export const sumLimitsOf = ({ sumAtMost, inputs }: Item, say: Say): string[] =>
  sumAtMost.map(({ keys, limit }) => {
    const labels = keys.map((key) => inputs.find((input) => input.key === key)).flatMap((input) => input ?? [])
    const whole = inputs.find(({ key }) => key === limit)
    return say(words.sumAtMost, {
      keys: labels.map((input) => `“${say(input.label)}”`).join(' + '),
      limit: whole ? say(whole.label) : limit,
    })
  })
