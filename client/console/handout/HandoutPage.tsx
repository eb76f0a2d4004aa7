import { useQuery } from '@tanstack/react-query'
import type { Monitor } from '../../../server/shapes/monitor.ts'
import type { Session } from '../../../server/shapes/session.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { MadeUp } from '../../parts/MadeUp.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { Subpages } from '../../parts/Subpages.tsx'
import { handout as text } from '../../text/consoleHandout.ts'
import { useSay } from '../../text/language.tsx'
import { ask } from '../api.ts'
import '../setup/setup.css'
import { InApp } from './InApp.tsx'
import { Interviewers } from './Interviewers.tsx'
import { Invitations } from './Invitations.tsx'
import { LinkAndPoster } from './LinkAndPoster.tsx'

/** How a survey comes to its residents: link, code, poster, paper, app, invitations, interviewers. */
export function HandoutPage({ survey, part, session }: { survey: string; part: string | undefined; session: Session }) {
  const say = useSay()
  const path = `/api/surveys/${encodeURIComponent(survey)}/monitor`
  const monitor = useQuery({ queryKey: ['monitor-once', survey], queryFn: () => ask<Monitor>(path) })
  return (
    <Loaded query={monitor}>
      {({ survey: shown }) => (
        <>
          <PageTitle
            title={`${say(text.title)} · ${say(shown.title)}`}
            back={{ path: `/console/fieldwork/${survey}`, name: say(shown.title) }}
            marks={shown.madeUp && <MadeUp />}
          />
          <Subpages
            label={say(text.parts)}
            path={`/console/handout/${survey}`}
            shown={part}
            pages={[
              { key: 'link', name: say(text.pages.link), content: <LinkAndPoster survey={survey} /> },
              { key: 'app', name: say(text.pages.app), content: <InApp survey={survey} channels={shown.channels} /> },
              { key: 'invitations', name: say(text.pages.invitations), content: <Invitations survey={survey} /> },
              {
                key: 'interviewers',
                name: say(text.pages.interviewers),
                content: <Interviewers survey={shown} session={session} />,
              },
            ]}
          />
        </>
      )}
    </Loaded>
  )
}
