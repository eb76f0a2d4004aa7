import { Card, Table } from 'antd'
import type { Dimension, Scheme } from '../../../scoring/standard/scheme.ts'
import { WideTable } from '../../parts/WideTable.tsx'
import { between } from '../../text/between.ts'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'

const words = text.standard

const itemsOf = ({ indicators }: Dimension) => indicators.flatMap(({ items }) => items)
const inputsOf = (dimension: Dimension) => itemsOf(dimension).flatMap(({ inputs }) => inputs)
const total = (dimensions: Dimension[], count: (dimension: Dimension) => number) =>
  dimensions.reduce((sum, dimension) => sum + count(dimension), 0)

/** How much of the standard is here: counted, dimension by dimension. */
export function Coverage({ scheme }: { scheme: Scheme }) {
  const say = useSay()
  const { dimensions } = scheme
  const counts = {
    indicators: ({ indicators }: Dimension) => indicators.length,
    items: (dimension: Dimension) => itemsOf(dimension).length,
    inputs: (dimension: Dimension) => inputsOf(dimension).length,
  }
  const all = {
    indicators: total(dimensions, counts.indicators),
    items: total(dimensions, counts.items),
    inputs: total(dimensions, counts.inputs),
  }
  return (
    <Card size="small" title={say(words.coverage)}>
      <p>{say(words.coverageOf, { scheme: say(text.schemes[scheme.id]), ...all })}</p>
      <WideTable<Dimension>
        size="small"
        rowKey="id"
        dataSource={dimensions}
        columns={[
          {
            title: say(words.dimension),
            render: (_, { id, name }) => (
              <a className="target" href={`#${id}`}>
                {id} {say(name)}
              </a>
            ),
          },
          {
            title: say(words.weight),
            align: 'right',
            render: (_, { kind, weight }) => (kind === 'deduction' ? say(words.deduction) : `${weight}%`),
          },
          { title: say(words.indicators), align: 'right', render: (_, dimension) => counts.indicators(dimension) },
          { title: say(words.items), align: 'right', render: (_, dimension) => counts.items(dimension) },
          { title: say(words.inputs), align: 'right', render: (_, dimension) => counts.inputs(dimension) },
          {
            title: say(words.tables),
            render: (_, { indicators }) => indicators.flatMap(({ table }) => table ?? []).join(say(between.names)),
          },
        ]}
        summary={() => (
          <Table.Summary.Row className="summary">
            <Table.Summary.Cell index={0}>{say(words.sum)}</Table.Summary.Cell>
            <Table.Summary.Cell index={1} align="right">
              {`${total(dimensions, ({ weight }) => weight)}%`}
            </Table.Summary.Cell>
            <Table.Summary.Cell index={2} align="right">
              {all.indicators}
            </Table.Summary.Cell>
            <Table.Summary.Cell index={3} align="right">
              {all.items}
            </Table.Summary.Cell>
            <Table.Summary.Cell index={4} align="right">
              {all.inputs}
            </Table.Summary.Cell>
            <Table.Summary.Cell index={5} />
          </Table.Summary.Row>
        )}
      />
    </Card>
  )
}
