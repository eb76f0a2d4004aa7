import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { Monitor } from '../../../server/shapes/monitor.ts'
import type { Session } from '../../../server/shapes/session.ts'
import { FailureNote } from '../../parts/FailureNote.tsx'
import { MadeUp } from '../../parts/MadeUp.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { Subpages } from '../../parts/Subpages.tsx'
import { text as console } from '../../text/console.ts'
import { handout as text } from '../../text/consoleHandout.ts'
import { useSay } from '../../text/language.tsx'
import { ask, type Failure } from '../api.ts'
import { useSurveyHead } from '../fieldwork/useSurveyHead.ts'
import '../setup/setup.css'
import { InApp } from './InApp.tsx'
import { Interviewers } from './Interviewers.tsx'
import { Invitations } from './Invitations.tsx'
import { LinkAndPoster } from './LinkAndPoster.tsx'

/** How a survey comes to its residents: link, code, poster, paper, app, invitations, interviewers. */
export function HandoutPage({ survey, part, session }: { survey: string; part: string | undefined; session: Session }) {
  const say = useSay()
  const monitor = useQuery<Monitor, Failure>({
    queryKey: ['monitor-once', survey],
    queryFn: () => ask<Monitor>(`/api/surveys/${encodeURIComponent(survey)}/monitor`),
  })
  const known = useSurveyHead(survey, monitor.data ?? null)
  if (!known) {
    return (
      <>
        <PageTitle title={survey} back={{ path: '/console/fieldwork', name: say(console.fieldwork.title) }} />
        {monitor.error ? (
          <FailureNote failure={monitor.error} retry={() => void monitor.refetch()} />
        ) : (
          <Skeleton active paragraph={{ rows: 8 }} />
        )}
      </>
    )
  }
  const channels = monitor.data?.survey.channels
  return (
    <>
      <PageTitle
        title={`${say(text.title)} · ${say(known.title)}`}
        back={{ path: `/console/fieldwork/${survey}`, name: say(known.title) }}
        marks={known.madeUp && <MadeUp />}
      />
      <Subpages
        label={say(text.parts)}
        path={`/console/handout/${survey}`}
        shown={part}
        pages={[
          { key: 'link', name: say(text.pages.link), content: <LinkAndPoster survey={survey} /> },
          { key: 'app', name: say(text.pages.app), content: <InApp survey={survey} channels={channels} /> },
          { key: 'invitations', name: say(text.pages.invitations), content: <Invitations survey={survey} /> },
          {
            key: 'interviewers',
            name: say(text.pages.interviewers),
            content: <Interviewers survey={known} channels={channels} session={session} />,
          },
        ]}
      />
    </>
  )
}
