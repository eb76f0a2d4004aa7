import { useQuery } from '@tanstack/react-query'
import { Empty } from 'antd'
import type { Evaluation, EvaluationStep } from '../../../../server/shapes/evaluation.ts'
import { Loaded } from '../../../parts/Loaded.tsx'
import { WideTable } from '../../../parts/WideTable.tsx'
import { text } from '../../../text/console.ts'
import { useLanguage, useSay } from '../../../text/language.tsx'
import { showTime } from '../../../text/numbers.ts'
import { ask } from '../../api.ts'
import { FrozenVersions } from './FrozenVersions.tsx'
import { OpenSwitch } from './OpenSwitch.tsx'

/** Who did what with an evaluation and when, and the results that were frozen on the way. */
export function History({
  evaluation,
  mayTakePersons,
  mayOpen,
}: {
  evaluation: Evaluation
  mayTakePersons: boolean
  mayOpen: boolean
}) {
  const say = useSay()
  const { language } = useLanguage()
  const steps = useQuery({
    queryKey: ['steps', evaluation.id],
    queryFn: () => ask<EvaluationStep[]>(`/api/evaluations/${encodeURIComponent(evaluation.id)}/steps`),
  })
  return (
    <>
      <h3>{say(text.steps.versions)}</h3>
      <FrozenVersions evaluation={evaluation} mayTakePersons={mayTakePersons} />
      {evaluation.publishedVersion !== null && <OpenSwitch evaluation={evaluation} mayOpen={mayOpen} />}
      <h3>{say(text.steps.history)}</h3>
      <Loaded query={steps}>
        {(list) =>
          list.length === 0 ? (
            <Empty description={say(text.steps.noSteps)} />
          ) : (
            <WideTable<EvaluationStep>
              size="small"
              rowKey={({ at, action }) => `${at} ${action}`}
              dataSource={list}
              columns={[
                { title: say(text.steps.at), render: (_, { at }) => showTime(at, language) },
                { title: say(text.steps.by), dataIndex: 'by' },
                { title: say(text.steps.action), render: (_, { action }) => say(text.steps.actions[action]) },
                {
                  title: say(text.steps.states),
                  render: (_, { from, to }) =>
                    `${say(text.evaluationStates[from])} → ${say(text.evaluationStates[to])}`,
                },
                { title: say(text.steps.version), render: (_, { resultVersion }) => resultVersion ?? '' },
                {
                  title: say(text.steps.remark),
                  render: (_, { remark }) => <span className="long-text">{remark}</span>,
                },
              ]}
            />
          )
        }
      </Loaded>
    </>
  )
}
