import { Alert } from 'antd'
import type { Text } from '../../scoring/text.ts'
import type { Failure } from '../console/api.ts'
import { text } from '../text/console.ts'
import { useSay } from '../text/language.tsx'
import { FailureNote } from './FailureNote.tsx'
import { WideTable } from './WideTable.tsx'

/** Why a file was not taken: every problem with the cell it stands in. */
export function Refusal({ failure }: { failure: Failure }) {
  const say = useSay()
  if (failure.errors.length === 0) return <FailureNote failure={failure} />
  return (
    <>
      <Alert
        type="error"
        showIcon
        role="alert"
        title={say(text.imports.refused, { n: failure.errors.length })}
        description={say(text.imports.nothingChanged)}
      />
      <WideTable
        size="small"
        rowKey={({ path, code, message }) => `${path} ${code} ${message.en}`}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        dataSource={failure.errors}
        columns={[
          { title: say(text.imports.where), dataIndex: 'path' },
          {
            title: say(text.imports.what),
            dataIndex: 'message',
            render: (message: Text) => <span className="long-text">{say(message)}</span>,
          },
        ]}
      />
    </>
  )
}
