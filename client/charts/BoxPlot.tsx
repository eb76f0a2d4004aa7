import type { Distribution } from '../../scoring/analysis/distribution.ts'
import { palette } from './palette.ts'

/** Quartiles from 0 to 100 in one line, outliers as dots. The figures stand beside it. */
export function BoxPlot({
  distribution: { min, lower, median, upper, max, outliers },
}: {
  distribution: Distribution
}) {
  return (
    <svg className="box-plot" viewBox="-2 0 204 20" width="204" height="20" aria-hidden="true">
      <line x1="0" x2="200" y1="19" y2="19" stroke={palette.line} />
      <line x1={2 * min} x2={2 * max} y1="9" y2="9" stroke={palette.muted} />
      <rect x={2 * lower} y="3" width={Math.max(1, 2 * (upper - lower))} height="12" fill={palette.mainSoft} />
      <line x1={2 * median} x2={2 * median} y1="2" y2="16" stroke={palette.ink} strokeWidth="2" />
      {outliers.map(({ code, score }) => (
        <circle key={code} cx={2 * score} cy="9" r="2.5" fill={palette.bad} />
      ))}
    </svg>
  )
}
