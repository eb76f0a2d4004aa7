import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { showScore } from '../text/numbers.ts'
import { labelWidth } from './labelWidth.ts'
import type { Profile } from './ProfileRadar.tsx'
import { palette } from './palette.ts'
import { useNarrow } from './useNarrow.ts'

interface Props {
  profiles: Profile[]
  names: { own: string; mean: string; best: string }
  title: string
}

/** The same scores as bars side by side. */
export function ComparedBars({ profiles, names, title }: Props) {
  const narrow = useNarrow()
  const widest = Math.max(...profiles.map(({ label }) => labelWidth(label)), 0)
  return (
    <figure
      className="chart"
      role="img"
      aria-label={`${title}: ${profiles.map(({ label, own, mean, best }) => `${label} ${[own, mean, best].map(showScore).join(' / ')}`).join('; ')}`}
    >
      <ResponsiveContainer width="100%" height={profiles.length * 48 + 60}>
        <BarChart
          data={profiles}
          layout="vertical"
          margin={{ top: 0, right: 16, bottom: 0, left: 0 }}
          barGap={1}
          accessibilityLayer={false}
        >
          <CartesianGrid stroke={palette.line} horizontal={false} />
          <XAxis type="number" domain={[0, 100]} tick={{ fontSize: 12, fill: palette.muted }} stroke={palette.line} />
          <YAxis
            type="category"
            dataKey="label"
            width={Math.min(narrow ? 110 : 200, widest + 20)}
            tick={{ fontSize: narrow ? 11 : 13, fill: palette.ink }}
            stroke={palette.line}
            interval={0}
          />
          <Legend itemSorter={null} />
          <Bar dataKey="own" name={names.own} fill={palette.main} barSize={11} isAnimationActive={false} />
          <Bar dataKey="mean" name={names.mean} fill={palette.warm} barSize={11} isAnimationActive={false} />
          <Bar dataKey="best" name={names.best} fill={palette.good} barSize={11} isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </figure>
  )
}
