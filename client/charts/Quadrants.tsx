import {
  CartesianGrid,
  LabelList,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  XAxis,
  YAxis,
} from 'recharts'
import { showScore } from '../text/numbers.ts'
import { palette } from './palette.ts'
import { spanOf } from './span.ts'

export interface QuadrantPoint {
  label: string
  x: number
  y: number
}

interface Props {
  points: QuadrantPoint[]
  /** What the axes have room for, where several charts share them; default: the points. */
  among?: QuadrantPoint[]
  /** Where the lines stand that divide the quadrants. */
  middle: { x: number; y: number }
  names: { x: string; y: string }
  title: string
}

/** Points over two scales, with a line at the middle of each. */
export function Quadrants({ points, among = points, middle, names, title }: Props) {
  const axis = { type: 'number', tick: { fontSize: 12, fill: palette.muted } } as const
  return (
    <figure
      className="chart"
      role="img"
      aria-label={`${title}: ${points.map(({ label, x, y }) => `${label} ${names.x} ${showScore(x)}, ${names.y} ${showScore(y)}`).join('; ')}`}
    >
      <ResponsiveContainer width="100%" height={380}>
        <ScatterChart margin={{ top: 16, right: 40, bottom: 24, left: 8 }} accessibilityLayer={false}>
          <CartesianGrid stroke={palette.line} />
          <XAxis
            {...axis}
            dataKey="x"
            domain={[...spanOf(among.map(({ x }) => x))]}
            name={names.x}
            stroke={palette.line}
            label={{ value: names.x, position: 'insideBottom', offset: -16, fill: palette.ink, fontSize: 13 }}
          />
          <YAxis
            {...axis}
            dataKey="y"
            domain={[...spanOf(among.map(({ y }) => y))]}
            name={names.y}
            stroke={palette.line}
            label={{ value: names.y, angle: -90, position: 'insideLeft', fill: palette.ink, fontSize: 13 }}
          />
          <ReferenceLine x={middle.x} stroke={palette.warm} strokeDasharray="4 3" />
          <ReferenceLine y={middle.y} stroke={palette.warm} strokeDasharray="4 3" />
          <Scatter data={points} fill={palette.main} isAnimationActive={false}>
            <LabelList dataKey="label" position="right" fontSize={11} fill={palette.ink} />
          </Scatter>
        </ScatterChart>
      </ResponsiveContainer>
    </figure>
  )
}
