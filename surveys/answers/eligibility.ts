import type { Form } from './form.ts'
import { listOf } from './json.ts'

/** Answers that keep a person out where a screening question does not name its own. */
export const usual: readonly unknown[] = ['no', false]

/** The answers to a question that keep a person out. */
export function keptOut({ screening, screensOut }: Record<string, unknown>): Set<unknown> {
  if (screening !== true) return new Set()
  return new Set(Array.isArray(screensOut) ? listOf(screensOut) : usual)
}

/** Whether the screening answers leave a person in the population: nobody is kept out by a question that is not shown. */
export function eligibility({ questions }: Form): (values: unknown[], shown: boolean[]) => boolean {
  const screens = questions
    .filter(({ json }) => json.screening === true)
    .map(({ json, slot }) => ({ slot, out: keptOut(json) }))
  return (values, shown) => screens.every(({ slot, out }) => !shown[slot] || !out.has(values[slot]))
}
