import { Legend, PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart, ResponsiveContainer } from 'recharts'
import { showScore } from '../text/numbers.ts'
import { palette } from './palette.ts'
import { useNarrow } from './useNarrow.ts'

export interface Profile {
  label: string
  own: number | null
  mean: number | null
  best: number | null
}

interface Props {
  profiles: Profile[]
  names: { own: string; mean: string; best: string }
  title: string
}

/** One region's scores from 0 to 100 around a circle, over the mean and the best of its group. */
export function ProfileRadar({ profiles, names, title }: Props) {
  const narrow = useNarrow()
  const told = ({ label, own, mean, best }: Profile) =>
    `${label} ${names.own} ${showScore(own)}, ${names.mean} ${showScore(mean)}, ${names.best} ${showScore(best)}`
  return (
    <figure className="chart" role="img" aria-label={`${title}: ${profiles.map(told).join('; ')}`}>
      <ResponsiveContainer width="100%" height={narrow ? 320 : 380}>
        <RadarChart data={profiles} outerRadius={narrow ? '58%' : '70%'} accessibilityLayer={false}>
          <PolarGrid stroke={palette.line} />
          <PolarAngleAxis
            dataKey="label"
            tickFormatter={(label: string) => (narrow ? (label.split(' ')[0] ?? '') : label)}
            tick={{ fontSize: narrow ? 10 : 12, fill: palette.ink }}
          />
          <PolarRadiusAxis
            domain={[0, 100]}
            angle={90}
            tick={{ fontSize: 11, fill: palette.muted }}
            stroke={palette.line}
          />
          <Radar
            dataKey="best"
            name={names.best}
            stroke={palette.good}
            fill="none"
            strokeDasharray="6 3"
            isAnimationActive={false}
          />
          <Radar
            dataKey="mean"
            name={names.mean}
            stroke={palette.warm}
            fill="none"
            strokeDasharray="2 3"
            strokeWidth={2}
            isAnimationActive={false}
          />
          <Radar
            dataKey="own"
            name={names.own}
            stroke={palette.main}
            strokeWidth={2}
            fill={palette.main}
            fillOpacity={0.15}
            isAnimationActive={false}
          />
          <Legend itemSorter={null} />
        </RadarChart>
      </ResponsiveContainer>
    </figure>
  )
}
