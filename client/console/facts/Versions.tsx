import { useQuery } from '@tanstack/react-query'
import { Collapse, Empty } from 'antd'
import type { Input } from '../../../scoring/standard/input.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { Evaluation, InputKind } from '../../../server/shapes/evaluation.ts'
import type { InputChange, InputVersion } from '../../../server/shapes/inputs.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { between } from '../../text/between.ts'
import { text } from '../../text/console.ts'
import { useLanguage, useSay } from '../../text/language.tsx'
import { showTime } from '../../text/numbers.ts'
import { ask } from '../api.ts'

const words = text.facts

/** Every version of the facts or the imported scores: who put it in, when, and what it changed. */
export function Versions({ evaluation: { id, scheme }, kind }: { evaluation: Evaluation; kind: InputKind }) {
  const say = useSay()
  const { language } = useLanguage()
  const versions = useQuery({
    queryKey: ['versions', id, kind],
    queryFn: () => ask<InputVersion[]>(`/api/evaluations/${encodeURIComponent(id)}/inputs/${kind}/versions`),
  })
  return (
    <Loaded query={versions}>
      {(list) =>
        list.length === 0 ? (
          <Empty description={say(words.noVersions)} />
        ) : (
          <Collapse
            size="small"
            items={list.map(({ version, by, at, rows, changes }) => ({
              key: version,
              label: `${say(words.versionLine, { version })} · ${by} · ${showTime(at, language)}`,
              extra: (
                <small>
                  {say(words.valuesGiven, { n: rows })} · {say(words.changed, { n: changes.length })}
                </small>
              ),
              children: <Changes scheme={scheme} changes={changes} />,
            }))}
          />
        )
      }
    </Loaded>
  )
}

function Changes({ scheme, changes }: { scheme: Evaluation['scheme']; changes: InputChange[] }) {
  const say = useSay()
  if (changes.length === 0) return say(words.unchanged)
  const inputs = new Map(
    schemes[scheme].dimensions.flatMap(({ indicators }) =>
      indicators.flatMap(({ items }) =>
        items.flatMap((item) => item.inputs.map((input) => [`${item.id}.${input.key}`, input] as const)),
      ),
    ),
  )
  const inputOf = ({ indicator, input }: InputChange) => inputs.get(`${indicator}.${input}`)
  return (
    <WideTable<InputChange>
      size="small"
      rowKey={({ indicator, input }) => `${indicator}.${input}`}
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      dataSource={changes}
      columns={[
        {
          title: say(words.where),
          render: (_, change) => {
            const input = inputOf(change)
            return (
              <>
                <code>{change.indicator}</code> {input ? say(input.label) : change.input}
              </>
            )
          },
        },
        { title: say(words.before), render: (_, change) => <Value value={change.before} input={inputOf(change)} /> },
        { title: say(words.after), render: (_, change) => <Value value={change.after} input={inputOf(change)} /> },
      ]}
    />
  )
}

/** A value as people read it: options by their labels. */
function Value({ value, input }: { value: string | null; input: Input | undefined }) {
  const say = useSay()
  if (value === null) return <span className="muted">{say(words.notGiven)}</span>
  if (input?.type === 'boolean') return say(value.toLowerCase() === 'true' ? words.yes : words.no)
  if (input && 'options' in input) {
    const keys = value.split(';').filter(Boolean)
    const labels = keys.map((key) => input.options.find((option) => option.key === key)?.label)
    return labels.length === 0
      ? say(words.emptySet)
      : labels.map((label, at) => (label ? say(label) : keys[at])).join(say(between.names))
  }
  return `${value}${input && 'unit' in input ? ` ${say(input.unit)}` : ''}`
}
