import { Button, Empty, Table, type TableColumnsType, Tag } from 'antd'
import type { UIEvent } from 'react'
import { qualityFlags } from '../../../scoring/subjective/quality/rules.ts'
import type { ResponsePage, ResponseRow } from '../../../server/shapes/responses.ts'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'

const words = text.responses
const channels: Record<string, { zh: string; en: string }> = text.acting.channels.names

interface Props {
  rows: ResponseRow[]
  variables: ResponsePage['variables']
  loading: boolean
  /** null: nothing can be selected. */
  selected: string[] | null
  select: (ids: string[]) => void
  view: (id: string) => void
  /** Somebody has scrolled near the end. */
  end: () => void
}

const height = 520
const nearEnd = 600

/** As many rows as there are, of which only those in sight are drawn. */
export function ResponseTable({ rows, variables, loading, selected, select, view, end }: Props) {
  const say = useSay()
  const columns: TableColumnsType<ResponseRow> = [
    {
      title: say(words.id),
      dataIndex: 'id',
      width: 120,
      render: (id: string) => (
        <Button type="link" size="small" aria-label={say(words.viewOf, { id })} onClick={() => view(id)}>
          {id.slice(0, 8)}
        </Button>
      ),
    },
    {
      title: say(words.state),
      dataIndex: 'state',
      width: 110,
      render: (state: ResponseRow['state']) => say(words.states[state]),
    },
    { title: say(words.day), dataIndex: 'day', width: 110 },
    {
      title: say(words.channel),
      dataIndex: 'channel',
      width: 150,
      render: (channel: string) => (channels[channel] ? say(channels[channel]) : channel),
    },
    ...variables.map(({ name, label, categories }, at) => ({
      title: say(label),
      key: name,
      width: 130,
      render: (_: unknown, { cell }: ResponseRow) => {
        const category = categories.find(({ code }) => code === cell[at])
        return category ? say(category.label) : '—'
      },
    })),
    { title: say(words.rated), dataIndex: 'rated', width: 90, align: 'right' },
    { title: say(words.dontKnow), dataIndex: 'dontKnow', width: 100, align: 'right' },
    {
      title: say(words.flag),
      dataIndex: 'flags',
      width: 220,
      render: (flags: ResponseRow['flags']) => flags.map((flag) => <Tag key={flag}>{say(qualityFlags[flag])}</Tag>),
    },
  ]
  const scrolled = ({ currentTarget }: UIEvent) => {
    const { scrollTop, scrollHeight, clientHeight } = currentTarget
    if (scrollHeight - scrollTop - clientHeight < nearEnd) end()
  }
  return (
    <Table<ResponseRow>
      virtual
      size="small"
      rowKey="id"
      className="response-table"
      columns={columns}
      dataSource={rows}
      loading={loading && rows.length === 0}
      pagination={false}
      scroll={{ x: columns.reduce((width, column) => width + Number(column.width), 60), y: height }}
      onScroll={scrolled}
      locale={{ emptyText: <Empty description={say(loading ? words.looking : words.none)} /> }}
      {...(selected && {
        rowSelection: {
          selectedRowKeys: selected,
          preserveSelectedRowKeys: true,
          columnWidth: 48,
          onChange: (keys) => select(keys.map(String)),
          getCheckboxProps: ({ id, state }) => ({
            'aria-label': say(words.select, { id: id.slice(0, 8) }),
            disabled: state === 'withdrawn',
          }),
        },
      })}
    />
  )
}
