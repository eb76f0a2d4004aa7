interface ByMethod {
  R_survey: number
  projection_base_weight_metric: number
}

interface Block {
  n: number
  mean: number
  se: number
  t975: number
  ci95_t: (number | null)[]
  ci95_z: (number | null)[]
  ci95_t_domain_df: (number | null)[]
  deff_svymean: number | null
  deff_replace: number | null
  total_se: number
  se_by_method?: ByMethod
  total_se_by_method?: ByMethod
  proportion?: unknown
}

/**
 * The expected numbers with every standard error that R's `rake` gave replaced by that of the base-weight metric, which
 * is beside it (METHOD.md section 4), and what hangs on it scaled: half-widths with it, design effects with its square.
 * Intervals of proportions are taken out: they do not scale.
 */
export function byBaseWeights(expected: unknown): unknown {
  if (Array.isArray(expected)) return expected.map(byBaseWeights)
  if (typeof expected !== 'object' || expected === null) return expected
  const own = Object.fromEntries(Object.entries(expected).map(([key, value]) => [key, byBaseWeights(value)]))
  if (isBlock(own)) return scaledBlock(own)
  return isContrast(own) ? scaledContrast(own) : withExactSe(own)
}

const isBlock = (own: object): own is Block => 'total_se_by_method' in own
const isContrast = (own: object): own is Contrast => 'se_if_wrongly_treated_as_independent' in own

function withExactSe(own: Record<string, unknown>): Record<string, unknown> {
  const methods = own.se_by_method as ByMethod | undefined
  return methods === undefined ? own : { ...own, se: methods.projection_base_weight_metric }
}

function scaledBlock({ proportion: _, ...own }: Block): object {
  const se = own.se_by_method!.projection_base_weight_metric
  const factor = own.se === 0 ? 1 : se / own.se
  const scaled = (interval: (number | null)[]) =>
    interval.map((limit) => (limit === null ? null : own.mean + (limit - own.mean) * factor))
  const squared = (deff: number | null) => (deff === null ? null : deff * factor * factor)
  return {
    ...own,
    se,
    ci95_t: scaled(own.ci95_t),
    ci95_z: scaled(own.ci95_z),
    ci95_t_domain_df: scaled(own.ci95_t_domain_df),
    deff_svymean: squared(own.deff_svymean),
    deff_replace: squared(own.deff_replace),
    total_se: own.total_se_by_method!.projection_base_weight_metric,
  }
}

interface Contrast {
  estimate: number
  se: number
  ci95_t: number[]
  se_by_method?: ByMethod
}

/** Without what there is by R's projection alone: the covariance and the p-value. */
function scaledContrast(own: Contrast): unknown {
  if (own.se_by_method === undefined) return own
  const {
    covariance: _,
    se_if_wrongly_treated_as_independent: __,
    p_value_t: ___,
    t: ____,
    ...rest
  } = own as Contrast & Record<string, unknown>
  const se = own.se_by_method.projection_base_weight_metric
  return {
    ...rest,
    se,
    ci95_t: own.ci95_t.map((limit) => own.estimate + ((limit - own.estimate) * se) / own.se),
    t: own.estimate / se,
  }
}
