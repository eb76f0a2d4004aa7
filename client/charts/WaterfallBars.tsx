import { Bar, BarChart, CartesianGrid, Cell, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { showScore } from '../text/numbers.ts'
import { labelWidth } from './labelWidth.ts'
import { palette } from './palette.ts'
import { useNarrow } from './useNarrow.ts'
import { type WaterfallStep, waterfallColours } from './waterfall.ts'

/** Steps from 0 to a total, one below the other, each beginning where the last one ended. */
export function WaterfallBars({ bars, title }: { bars: WaterfallStep[]; title: string }) {
  const narrow = useNarrow()
  const data = bars.map(({ from, to, ...bar }) => ({ ...bar, range: [Math.min(from, to), Math.max(from, to)] }))
  const widest = Math.max(...bars.map(({ label }) => labelWidth(label)), 0)
  const ends = bars.flatMap(({ from, to }) => [from, to])
  const most = Math.min(100, Math.ceil((Math.max(...ends, 10) * 1.15) / 10) * 10)
  return (
    <figure
      className="chart"
      role="img"
      aria-label={`${title}: ${bars.map(({ label, to, said }) => `${label} ${said} → ${showScore(to)}`).join('; ')}`}
    >
      <ResponsiveContainer width="100%" height={bars.length * (narrow ? 38 : 32) + 36}>
        <BarChart
          data={data}
          layout="vertical"
          margin={{ top: 0, right: 56, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid stroke={palette.line} horizontal={false} />
          <XAxis
            type="number"
            domain={[Math.min(0, ...ends), most]}
            tick={{ fontSize: 12, fill: palette.muted }}
            stroke={palette.line}
          />
          <YAxis
            type="category"
            dataKey="label"
            width={Math.min(narrow ? 118 : 240, widest + 20)}
            tick={{ fontSize: narrow ? 11 : 13, fill: palette.ink }}
            stroke={palette.line}
            interval={0}
          />
          <Bar dataKey="range" barSize={16} isAnimationActive={false}>
            {data.map(({ label, kind }) => (
              <Cell key={label} fill={waterfallColours[kind]} />
            ))}
            <LabelList dataKey="said" position="right" fontSize={12} fill={palette.ink} />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </figure>
  )
}
