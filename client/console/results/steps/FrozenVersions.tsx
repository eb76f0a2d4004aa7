import { useQuery } from '@tanstack/react-query'
import { Empty } from 'antd'
import type { Evaluation, ResultVersion } from '../../../../server/shapes/evaluation.ts'
import { Loaded } from '../../../parts/Loaded.tsx'
import { WideTable } from '../../../parts/WideTable.tsx'
import { text } from '../../../text/console.ts'
import { useLanguage, useSay } from '../../../text/language.tsx'
import { showScore, showTime } from '../../../text/numbers.ts'
import { ask } from '../../api.ts'
import { Exports } from '../Exports.tsx'

/** The frozen results of an evaluation, with their files. */
export function FrozenVersions({ evaluation, mayTakePersons }: { evaluation: Evaluation; mayTakePersons: boolean }) {
  const say = useSay()
  const { language } = useLanguage()
  const versions = useQuery({
    queryKey: ['frozen', evaluation.id],
    queryFn: () => ask<ResultVersion[]>(`/api/evaluations/${encodeURIComponent(evaluation.id)}/versions`),
  })
  return (
    <Loaded query={versions}>
      {(list) =>
        list.length === 0 ? (
          <Empty description={say(text.steps.noVersions)} />
        ) : (
          <WideTable<ResultVersion>
            size="small"
            rowKey="version"
            dataSource={list}
            columns={[
              { title: say(text.steps.version), dataIndex: 'version' },
              { title: say(text.results.total), align: 'right', render: (_, { total }) => showScore(total) },
              {
                title: say(text.steps.frozen),
                render: (_, { frozenBy, frozenAt }) => `${frozenBy} · ${showTime(frozenAt, language)}`,
              },
              {
                title: say(text.steps.published),
                render: (_, { published }) =>
                  published ? (
                    `${published.by} · ${showTime(published.at, language)}`
                  ) : (
                    <span className="muted">{say(text.steps.neverPublished)}</span>
                  ),
              },
              {
                title: say(text.steps.reason),
                render: (_, { reason }) => <span className="long-text">{reason ?? ''}</span>,
              },
              {
                title: say(text.steps.hash),
                render: (_, { contentHash }) => <code title={contentHash}>{contentHash.slice(0, 12)}…</code>,
              },
              {
                title: say(text.steps.files),
                render: (_, { version, published }) => (
                  <Exports
                    evaluation={evaluation}
                    mayTakePersons={mayTakePersons}
                    version={version}
                    published={published !== null}
                  />
                ),
              },
            ]}
          />
        )
      }
    </Loaded>
  )
}
