import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Card, Empty, Switch } from 'antd'
import type { Channel } from '../../../server/shapes/channel.ts'
import type { Interviewer } from '../../../server/shapes/interview.ts'
import type { Session } from '../../../server/shapes/session.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { Refusal } from '../../parts/Refusal.tsx'
import { handout } from '../../text/consoleHandout.ts'
import { useSay } from '../../text/language.tsx'
import { ask, type Failure } from '../api.ts'
import type { SurveyHead } from '../fieldwork/useSurveyHead.ts'
import { may } from '../session.tsx'
import { NewInterviewer } from './NewInterviewer.tsx'

const text = handout.interviewers

interface Props {
  survey: SurveyHead
  /** Those that are open; not known yet while responses are being counted. */
  channels: Channel[] | undefined
  session: Session
}

/** Who asks the questions of this survey in person. */
export function Interviewers({ survey, channels, session }: Props) {
  const say = useSay()
  const client = useQueryClient()
  const path = `/api/surveys/${encodeURIComponent(survey.id)}/interviewers`
  const list = useQuery({ queryKey: ['interviewers', survey.id], queryFn: () => ask<Interviewer[]>(path) })
  const assign = useMutation<unknown, Failure, Interviewer>({
    mutationFn: ({ account, works }) =>
      ask(`${path}/${encodeURIComponent(account)}`, { method: works ? 'PUT' : 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['interviewers', survey.id] }),
  })
  return (
    <Card title={<h2>{say(handout.pages.interviewers)}</h2>}>
      <div className="stack">
        <p>{say(text.intro)}</p>
        {channels && !channels.includes('assisted') && <Alert type="warning" showIcon title={say(text.closed)} />}
        <h3>{say(text.list)}</h3>
        <Loaded query={list}>
          {(interviewers) =>
            interviewers.length === 0 ? (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(text.none)} />
            ) : (
              <ul className="rates">
                {interviewers.map(({ account, works }) => (
                  <li key={account}>
                    <span>{account}</span>
                    <Switch
                      checked={works}
                      loading={assign.isPending && assign.variables.account === account}
                      aria-label={say(text.worksOf, { name: account })}
                      onChange={(next) => assign.mutate({ account, works: next })}
                    />
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
        {assign.error && <Refusal failure={assign.error} />}
        {may(session, ['administrator']) ? (
          <NewInterviewer
            region={survey.region.code}
            made={async (account) => {
              await assign.mutateAsync({ account, works: true })
            }}
          />
        ) : (
          <Alert type="info" showIcon title={say(text.notYours)} />
        )}
      </div>
    </Card>
  )
}
