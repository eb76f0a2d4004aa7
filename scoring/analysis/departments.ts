import type { Scheme } from '../standard/scheme.ts'

/** By item, indicator or dimension of the standard, or dimension of the survey. */
export type Departments = Record<string, string>

/**
 * Which department answers for what: the one entered for an item, else for its indicator, else for its dimension, else
 * the source that was noted with its facts. Dimensions of the survey go by themselves, else by the standard's dimension
 * of citizen experience. What nobody is known for is left out.
 */
export function departmentsOf(
  { dimensions }: Scheme,
  entered: Readonly<Departments>,
  noted: (item: string) => string | undefined,
  surveyDimensions: readonly string[],
): Departments {
  const found: Departments = {}
  const put = (id: string, name: string | undefined) => {
    if (name) found[id] = name
    return name
  }
  for (const { id: dimension, kind, indicators } of dimensions) {
    const whole = put(dimension, entered[dimension])
    for (const { id: indicator, items } of indicators) {
      const own = put(indicator, entered[indicator] ?? whole)
      for (const { id } of items) put(id, entered[id] ?? own ?? noted(id))
    }
    if (kind === 'subjective') for (const code of surveyDimensions) put(code, entered[code] ?? whole)
  }
  return found
}
