import { Bar, BarChart, CartesianGrid, ErrorBar, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { showScore } from '../text/numbers.ts'
import { labelWidth } from './labelWidth.ts'
import { palette } from './palette.ts'
import { useNarrow } from './useNarrow.ts'

export interface ScoreBar {
  label: string
  /** 0–100; null: not scored. */
  score: number | null
  interval?: [number, number] | null
}

/** Scores from 0 to 100 side by side, with their intervals where they have any. */
export function ScoreBars({ bars, name, title }: { bars: ScoreBar[]; name: string; title: string }) {
  const data = bars.map(({ label, score, interval }) => ({
    label,
    score,
    spread: score !== null && interval ? [score - interval[0], interval[1] - score] : undefined,
  }))
  const widest = Math.max(...bars.map(({ label }) => labelWidth(label)), 0)
  const narrow = useNarrow()
  return (
    <figure
      className="chart"
      role="img"
      aria-label={`${title}: ${bars.map(({ label, score }) => `${label} ${showScore(score)}`).join('; ')}`}
    >
      <ResponsiveContainer width="100%" height={bars.length * (narrow ? 40 : 34) + 36}>
        <BarChart
          data={data}
          layout="vertical"
          margin={{ top: 0, right: narrow ? 12 : 24, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid stroke={palette.line} horizontal={false} />
          <XAxis type="number" domain={[0, 100]} tick={{ fontSize: 12, fill: palette.muted }} stroke={palette.line} />
          <YAxis
            type="category"
            dataKey="label"
            width={Math.min(narrow ? 118 : 240, widest + 20)}
            tick={{ fontSize: narrow ? 11 : 13, fill: palette.ink }}
            stroke={palette.line}
            interval={0}
          />
          <Tooltip
            formatter={(value) => showScore(typeof value === 'number' ? value : null)}
            cursor={{ fill: palette.line, opacity: 0.4 }}
          />
          <Bar
            dataKey="score"
            name={name}
            fill={palette.main}
            radius={[0, 2, 2, 0]}
            barSize={16}
            isAnimationActive={false}
          >
            <ErrorBar
              dataKey="spread"
              direction="x"
              width={5}
              stroke={palette.ink}
              strokeWidth={1.2}
              isAnimationActive={false}
            />
            <LabelList
              dataKey="score"
              position="insideLeft"
              formatter={(value) => showScore(typeof value === 'number' ? value : null)}
              fontSize={12}
              fill="#fff"
            />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </figure>
  )
}
