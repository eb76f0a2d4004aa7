import type { Text } from '../../text.ts'
import { disagreement } from './margins.ts'
import type { Frame, Survey } from './survey.ts'

/** What a reader of the estimates must know beside them. */
export function notesOf({ settled, calibration }: Survey, { margins }: Frame): Text[] {
  return [
    ...(disagreement(margins) === null ? [] : [disagreement(margins)!]),
    ...(settled ? [] : [unsettled[calibration]]),
  ]
}

const unmet: Text = {
  zh: '加权没有收敛：各总体结构彼此矛盾，没有一组权数能同时满足（偏差见 weights.max_abs_margin_error）。请核对总体文件，或减少、合并类别',
  en: 'The weights did not converge: the margins contradict each other, so no weights meet them all (see weights.max_abs_margin_error). Check the population file, or merge or drop categories',
}
const unsettled: Record<Survey['calibration'], Text> = {
  none: unmet,
  poststratify: unmet,
  rake: unmet,
  linear: unmet,
  'trimmed-rake': {
    zh: '权数的上下界与总体结构不能同时满足（见 weights）。请放宽 trim 的界、增加 cycles，或合并人数少的类别',
    en: 'The bounds of the weights and the margins cannot be met together (see weights). Widen the bounds of trim, allow more cycles, or merge small categories',
  },
}
