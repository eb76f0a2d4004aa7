import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { palette } from './palette.ts'

export interface PaceBar {
  label: string
  responses: number
}

/** Responses a day or an hour. */
export function PaceBars({ bars, name, title }: { bars: PaceBar[]; name: string; title: string }) {
  const total = bars.reduce((sum, { responses }) => sum + responses, 0)
  return (
    <figure className="chart" role="img" aria-label={`${title}: ${total}`}>
      <ResponsiveContainer width="100%" height={220}>
        <BarChart data={bars} margin={{ top: 8, right: 8, bottom: 0, left: -12 }} accessibilityLayer={false}>
          <CartesianGrid stroke={palette.line} vertical={false} />
          <XAxis dataKey="label" tick={{ fontSize: 12, fill: palette.muted }} stroke={palette.line} minTickGap={24} />
          <YAxis allowDecimals={false} tick={{ fontSize: 12, fill: palette.muted }} stroke={palette.line} />
          <Tooltip cursor={{ fill: palette.line, opacity: 0.5 }} />
          <Bar dataKey="responses" name={name} fill={palette.main} radius={[2, 2, 0, 0]} isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </figure>
  )
}
