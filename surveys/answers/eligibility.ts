import type { Form } from './form.ts'
import { listOf } from './json.ts'

/** Answers that keep a person out where a screening question does not name its own. */
export const usual: readonly unknown[] = ['no', false]

/** Whether the screening answers leave a person in the population: nobody is kept out by a question that is not shown. */
export function eligibility({ questions }: Form): (values: unknown[], shown: boolean[]) => boolean {
  const screens = questions
    .filter(({ json }) => json.screening === true)
    .map(({ json, slot }) => ({
      slot,
      out: new Set(Array.isArray(json.screensOut) ? listOf(json.screensOut) : usual),
    }))
  return (values, shown) => screens.every(({ slot, out }) => !shown[slot] || !out.has(values[slot]))
}
