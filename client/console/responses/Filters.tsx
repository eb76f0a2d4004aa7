import { Form, Select, Slider } from 'antd'
import { qualityFlags } from '../../../scoring/subjective/quality/rules.ts'
import type { Text } from '../../../scoring/text.ts'
import type { ResponsePage } from '../../../server/shapes/responses.ts'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'

const words = text.responses

export interface Filter {
  state?: string
  channel?: string
  flag?: string
  /** `sex:female` */
  cell?: string
  /** Per cent of the ids to skip. */
  from: number
}

/** What of it the server is asked for. */
export function queryOf({ from: _, ...filter }: Filter): string {
  const set = Object.entries(filter).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return new URLSearchParams([['limit', '200'], ...set]).toString()
}

interface Props {
  filter: Filter
  variables: ResponsePage['variables']
  change: (filter: Filter) => void
}

/** Which responses are shown. */
export function Filters({ filter, variables, change }: Props) {
  const say = useSay()
  const named = (names: Record<string, Text>) =>
    Object.entries(names).map(([value, label]) => ({ value, label: say(label) }))
  const groups = variables.map(({ name, label, categories }) => ({
    label: say(label),
    options: categories.map((category) => ({ value: `${name}:${category.code}`, label: say(category.label) })),
  }))
  const fields = [
    ['state', words.state, named(words.states)],
    ['channel', words.channel, named(text.acting.channels.names)],
    ['flag', words.flag, named(qualityFlags)],
    ['cell', words.group, groups],
  ] as const
  return (
    <Form layout="vertical" className="filters" component="div">
      {fields.map(([name, label, options]) => (
        <Form.Item key={name} label={say(label)} htmlFor={`filter-${name}`}>
          <Select
            id={`filter-${name}`}
            allowClear
            placeholder={say(words.all)}
            value={filter[name] ?? null}
            options={[...options]}
            onChange={(value: string | null) => {
              const { [name]: _, ...rest } = filter
              change(value ? { ...rest, [name]: value } : rest)
            }}
          />
        </Form.Item>
      ))}
      <Form.Item label={say(words.from)} extra={say(words.fromHelp)}>
        <Slider
          min={0}
          max={99}
          defaultValue={filter.from}
          ariaLabelForHandle={say(words.from)}
          tooltip={{ formatter: (share) => `${share}%` }}
          onChangeComplete={(from) => change({ ...filter, from })}
        />
      </Form.Item>
    </Form>
  )
}
