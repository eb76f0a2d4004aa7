import { Alert } from 'antd'
import type { Change } from '../../../surveys/compare.ts'
import { WideTable } from '../../parts/WideTable.tsx'
import { changes as text } from '../../text/consoleQuestionnaire.ts'
import { useSay } from '../../text/language.tsx'

const shown = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)

/** What is new in a version of a questionnaire. */
export function Changes({ changes, against }: { changes: Change[]; against: number | null }) {
  const say = useSay()
  if (against === null) return <p>{say(text.first)}</p>
  return (
    <>
      <h3>{say(text.title, { version: against })}</h3>
      {changes.length === 0 ? (
        <Alert type="info" showIcon title={say(text.none)} />
      ) : (
        <WideTable
          size="small"
          rowKey={({ path, kind }) => `${kind} ${path}`}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          dataSource={changes}
          columns={[
            { title: say(text.where), dataIndex: 'path' },
            { title: say(text.kind), render: (_, { kind }) => say(text.kinds[kind]) },
            { title: say(text.before), render: (_, { before }) => <span className="long-text">{shown(before)}</span> },
            { title: say(text.after), render: (_, { after }) => <span className="long-text">{shown(after)}</span> },
            {
              title: say(text.caution),
              render: (_, { caution }) => caution && <span className="long-text remark">{say(caution)}</span>,
            },
          ]}
        />
      )}
    </>
  )
}
