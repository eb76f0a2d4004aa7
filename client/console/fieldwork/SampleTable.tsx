import { Card } from 'antd'
import type { Text } from '../../../scoring/text.ts'
import type { CategoryShare, Monitor } from '../../../server/shapes/monitor.ts'
import { ShareBars } from '../../charts/ShareBars.tsx'
import { Explained } from '../../parts/Explained.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { explained } from '../../text/consoleExplained.ts'
import { useSay } from '../../text/language.tsx'
import { gap, showCount, showScore, showShare } from '../../text/numbers.ts'

/** Who answered, beside who lives there, and the weight that would make up the difference. */
export function SampleTable({ sample }: { sample: Monitor['sample'] }) {
  const say = useSay()
  if (sample.length === 0) return null
  return (
    <Card title={say(text.sample.title)} extra={<SampleLegend />}>
      <SampleVariables sample={sample} />
    </Card>
  )
}

/** The same without a frame. */
export function SampleVariables({ sample }: { sample: Monitor['sample'] }) {
  const say = useSay()
  return (
    <div className="sample-variables">
      {sample.map(({ variable, label, categories, withoutValue }) => (
        <div key={variable} className="sample-variable">
          <h3>{say(label)}</h3>
          <WideTable
            size="small"
            rowKey="code"
            pagination={{ pageSize: 20, hideOnSinglePage: true }}
            dataSource={categories}
            columns={[
              { title: say(text.sample.category), dataIndex: 'label', render: (label: Text) => say(label) },
              {
                title: <Explained {...explained.sampleCount} />,
                dataIndex: 'sample',
                align: 'right',
                render: showCount,
              },
              {
                title: <Explained {...explained.compared} />,
                width: 130,
                render: (_, { sampleShare, populationShare }: CategoryShare) => (
                  <ShareBars sample={sampleShare} population={populationShare} />
                ),
              },
              {
                title: <Explained {...explained.sampleShare} />,
                dataIndex: 'sampleShare',
                align: 'right',
                render: showShare,
              },
              {
                title: <Explained {...explained.populationShare} />,
                dataIndex: 'populationShare',
                align: 'right',
                render: showShare,
              },
              {
                title: <Explained {...explained.ratio} />,
                dataIndex: 'ratio',
                align: 'right',
                render: (ratio: number | null) => (ratio === null ? gap : `×${showScore(ratio)}`),
              },
            ]}
          />
          {withoutValue > 0 && <small>{say(text.sample.withoutValue, { n: showCount(withoutValue) })}</small>}
        </div>
      ))}
    </div>
  )
}

export function SampleLegend() {
  const say = useSay()
  return (
    <span className="legend">
      <i className="share-sample" /> {say(text.sample.sampleShare)} <i className="share-population" />{' '}
      {say(text.sample.populationShare)}
    </span>
  )
}
