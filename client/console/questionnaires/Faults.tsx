import { Alert } from 'antd'
import type { Fault } from '../../../surveys/publishing/fault.ts'
import { WideTable } from '../../parts/WideTable.tsx'
import { questionnaire as text } from '../../text/consoleQuestionnaire.ts'
import { useSay } from '../../text/language.tsx'

/** Everything that keeps a questionnaire from being published, and what to look at. */
export function Faults({ faults }: { faults: Fault[] }) {
  const say = useSay()
  const blocks = faults.some(({ level }) => level === 'error')
  if (faults.length === 0) return null
  return (
    <>
      <Alert type={blocks ? 'error' : 'warning'} showIcon title={say(blocks ? text.faults : text.warnings)} />
      <WideTable
        size="small"
        rowKey={({ path, message }) => `${path} ${message.en}`}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        dataSource={faults}
        columns={[
          { title: say(text.where), dataIndex: 'path' },
          {
            title: say(text.what),
            render: (_, { message, level }) => (
              <span className={level === 'error' ? 'long-text' : 'long-text remark'}>{say(message)}</span>
            ),
          },
        ]}
      />
    </>
  )
}
