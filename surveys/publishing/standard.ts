import { schemes } from '../../scoring/standard/schemes.ts'
import type { Json } from '../answers/json.ts'
import type { Placed } from '../elements.ts'
import type { Report } from './fault.ts'

/** Codes of the standard that a rated item may speak of, by scheme: its L2s, and its L1s for a diagnostic item. */
const codes = Object.fromEntries(
  Object.values(schemes).map(({ id, dimensions }) => [
    id,
    new Set(dimensions.flatMap((dimension) => [dimension.id, ...dimension.indicators.map((one) => one.id)])),
  ]),
)

/** What is rated is something that the standard knows. */
export function checkStandard(questionnaire: Json, elements: Placed[], { error }: Report): void {
  const { scheme } = questionnaire
  const known = typeof scheme === 'string' ? codes[scheme] : undefined
  if (scheme !== undefined && !known) {
    error('survey.scheme', '应为 city（城市）或 county（县）', 'It must be city or county')
  }
  for (const { path, json } of elements) {
    const { indicator } = json
    if (typeof indicator !== 'string' || indicator === '') continue
    const isKnown = known ? known.has(indicator) : Object.values(codes).some((scheme) => scheme.has(indicator))
    if (!isKnown)
      error(`${path}.indicator`, `标准中没有指标 ${indicator}`, `The standard has no indicator ${indicator}`)
  }
}
