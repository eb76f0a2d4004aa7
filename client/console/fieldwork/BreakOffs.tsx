import { Card, Empty } from 'antd'
import type { Text } from '../../../scoring/text.ts'
import type { Visits } from '../../../server/shapes/watching.ts'
import { Explained } from '../../parts/Explained.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { explained } from '../../text/consoleExplained.ts'
import { useSay } from '../../text/language.tsx'
import { showCount } from '../../text/numbers.ts'
import { useVisits } from './useVisits.ts'

const words = text.watching.funnel

/** On which page visits ended that did not finish. */
export function BreakOffs({ survey }: { survey: string }) {
  const say = useSay()
  const visits = useVisits(survey)
  return (
    <Card title={<Explained {...explained.breakOff} />}>
      <p className="muted">{say(words.help)}</p>
      <Loaded query={visits}>
        {(found) => (
          <WideTable
            size="small"
            rowKey="page"
            dataSource={found.pages.filter(({ reached }) => reached > 0)}
            locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(words.none)} /> }}
            columns={[
              {
                title: say(words.page),
                dataIndex: 'title',
                render: (title: Text, { page }: Visits['pages'][number]) => `${page}. ${say(title)}`,
              },
              { title: <Explained {...explained.reached} />, dataIndex: 'reached', align: 'right', render: showCount },
              { title: <Explained {...explained.left} />, dataIndex: 'left', align: 'right', render: showCount },
            ]}
          />
        )}
      </Loaded>
    </Card>
  )
}
