import type { Input } from '../../../scoring/standard/input.ts'
import type { Item } from '../../../scoring/standard/item.ts'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { limitsOf, sumLimitsOf } from './limits.ts'

const words = text.standard

/** What an official enters for an item: label, type, unit, limits, options. */
export function InputTable({ item }: { item: Item }) {
  const say = useSay()
  const sums = sumLimitsOf(item, say)
  return (
    <>
      <WideTable<Input>
        size="small"
        rowKey="key"
        dataSource={item.inputs}
        columns={[
          {
            title: say(words.input),
            render: (_, { key, label }) => (
              <>
                {say(label)} <code>{key}</code>
              </>
            ),
          },
          { title: say(words.kind), render: (_, { type }) => say(words.kinds[type]) },
          { title: say(words.unit), render: (_, input) => ('unit' in input ? say(input.unit) : '') },
          { title: say(words.limits), render: (_, input) => <Limits input={input} inputs={item.inputs} /> },
        ]}
      />
      {sums.map((sum) => (
        <p key={sum} className="note">
          {sum}
        </p>
      ))}
    </>
  )
}

function Limits({ input, inputs }: { input: Input; inputs: readonly Input[] }) {
  const say = useSay()
  const lines = limitsOf(input, inputs, say)
  return (
    <>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
      {'options' in input && (
        <ul className="options">
          {input.options.map(({ key, label }) => (
            <li key={key}>
              {say(label)} <code>{key}</code>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
