import { useQuery } from '@tanstack/react-query'
import { Empty } from 'antd'
import type { EvaluationSummary } from '../../../server/shapes/evaluation.ts'
import { Go } from '../../parts/Go.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { MadeUp } from '../../parts/MadeUp.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { handout } from '../../text/consoleHandout.ts'
import { useSay } from '../../text/language.tsx'
import { ask } from '../api.ts'
import { go } from '../route.ts'
import { NewSurveyButton, SetupList } from '../setup/SetupList.tsx'

/** Every survey that the person may watch. */
export function Surveys({ mayBegin }: { mayBegin: boolean }) {
  const say = useSay()
  const evaluations = useQuery({
    queryKey: ['evaluations'],
    queryFn: () => ask<EvaluationSummary[]>('/api/evaluations'),
  })

  return (
    <>
      <PageTitle title={say(text.fieldwork.title)} actions={mayBegin && <NewSurveyButton />} />
      {mayBegin && <SetupList />}
      <Loaded query={evaluations}>
        {(list) => (
          <WideTable
            rowKey="survey"
            dataSource={list.filter(({ survey }) => survey !== null)}
            locale={{ emptyText: <Empty description={say(text.fieldwork.none)} /> }}
            columns={[
              {
                title: say(text.fieldwork.survey),
                dataIndex: 'survey',
                render: (survey: string) => (
                  <a
                    href={`/console/fieldwork/${survey}`}
                    onClick={(event) => {
                      event.preventDefault()
                      go(`/console/fieldwork/${survey}`)
                    }}
                  >
                    {survey}
                  </a>
                ),
              },
              {
                title: say(text.region),
                render: (_, { region, madeUp }: EvaluationSummary) => (
                  <>
                    {say(region.name)} {madeUp && <MadeUp />}
                  </>
                ),
              },
              {
                title: say(text.scheme),
                dataIndex: 'scheme',
                render: (scheme: 'city' | 'county') => say(text.schemes[scheme]),
              },
              {
                title: say(text.fieldwork.residentLink),
                dataIndex: 'survey',
                key: 'link',
                render: (survey: string) => (
                  <a href={`/s/${survey}`} target="_blank" rel="noreferrer">{`${location.origin}/s/${survey}`}</a>
                ),
              },
              ...(mayBegin
                ? [
                    {
                      title: say(handout.title),
                      key: 'handout',
                      render: (_: unknown, { survey }: EvaluationSummary) => (
                        <Go to={`/console/handout/${survey}`}>{say(handout.title)}</Go>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Loaded>
    </>
  )
}
