import type { Json } from '../json.ts'
import { words } from '../problem.ts'
import type { Kind } from './kind.ts'

/** boolean: yes or no, stored as true and false or as the values that stand for them. */
export function booleanKind({ valueTrue = true, valueFalse = false }: Json): Kind {
  return {
    check: (value, _, report) => {
      if (value === valueTrue || value === valueFalse) return
      const values = `${JSON.stringify(valueTrue)} / ${JSON.stringify(valueFalse)}`
      report('wrongType', words.wrongType(values, values))
    },
  }
}
