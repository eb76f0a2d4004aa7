import { Result } from 'antd'
import type { ReactNode } from 'react'
import type { Role, Session } from '../../server/shapes/session.ts'
import { Later, later } from '../parts/Later.tsx'
import { text } from '../text/console.ts'
import { useSay } from '../text/language.tsx'
import { Frame } from './Frame.tsx'
import { usePath } from './route.ts'
import { SignIn } from './SignIn.tsx'
import { may, useSession } from './session.tsx'

const surveys = later(() => import('./fieldwork/Surveys.tsx').then(({ Surveys }) => Surveys))
const surveyPage = later(() => import('./fieldwork/SurveyPage.tsx').then(({ SurveyPage }) => SurveyPage))
const evaluations = later(() => import('./results/Evaluations.tsx').then(({ Evaluations }) => Evaluations))
const resultPage = later(() => import('./results/ResultPage.tsx').then(({ ResultPage }) => ResultPage))
const comparePage = later(() => import('./compare/ComparePage.tsx').then(({ ComparePage }) => ComparePage))
const standardPage = later(() => import('./standard/StandardPage.tsx').then(({ StandardPage }) => StandardPage))
const setupPage = later(() => import('./setup/SetupPage.tsx').then(({ SetupPage }) => SetupPage))
const handoutPage = later(() => import('./handout/HandoutPage.tsx').then(({ HandoutPage }) => HandoutPage))
const rounds = later(() => import('./rounds/Rounds.tsx').then(({ Rounds }) => Rounds))
const roundPage = later(() => import('./rounds/RoundPage.tsx').then(({ RoundPage }) => RoundPage))
const questionnairesPage = later(() =>
  import('./questionnaires/QuestionnairesPage.tsx').then(({ QuestionnairesPage }) => QuestionnairesPage),
)
const editorPage = later(() => import('./questionnaires/EditorPage.tsx').then(({ EditorPage }) => EditorPage))
const interviews = later(() => import('./interviews/Interviews.tsx').then(({ Interviews }) => Interviews))
const accounts = later(() => import('./accounts/Accounts.tsx').then(({ Accounts }) => Accounts))

/** The pages of the console, by address. */
const pages: Record<string, (session: Session, id?: string, part?: string) => ReactNode> = {
  fieldwork: (session, survey, part) =>
    may(session, seers) &&
    (survey ? (
      <Later key={survey} page={surveyPage} props={{ survey, part, session }} />
    ) : (
      <Later page={surveys} props={{ mayBegin: may(session, ['fieldwork']) }} />
    )),
  results: (session, id, part) =>
    may(session, seers) &&
    (id ? <Later page={resultPage} props={{ id, part, session }} /> : <Later page={evaluations} props={{}} />),
  compare: (session, round, part) => round && <Later key={round} page={comparePage} props={{ round, part, session }} />,
  standard: (_, scheme = 'city', item) =>
    (scheme === 'city' || scheme === 'county') && <Later key={scheme} page={standardPage} props={{ scheme, item }} />,
  surveys: (session, draft) =>
    draft && may(session, ['fieldwork']) && <Later key={draft} page={setupPage} props={{ draft }} />,
  rounds: (session, round) =>
    may(session, ['fieldwork', 'evaluator', 'publisher', 'viewer']) &&
    (round ? (
      <Later key={round} page={roundPage} props={{ round, session }} />
    ) : (
      <Later page={rounds} props={{ mayBegin: actsEverywhere(session) }} />
    )),
  questionnaires: (session, id, version) => {
    if (!may(session, ['fieldwork'])) return null
    return id && version ? (
      <Later page={editorPage} props={{ id, version: Number(version) }} />
    ) : (
      <Later page={questionnairesPage} props={{}} />
    )
  },
  handout: (session, survey, part) =>
    survey &&
    may(session, ['fieldwork']) && <Later key={survey} page={handoutPage} props={{ survey, part, session }} />,
  interviews: (session, survey) => may(session, ['interviewer']) && <Later page={interviews} props={{ survey }} />,
  accounts: (session) => may(session, ['administrator']) && <Later page={accounts} props={{}} />,
}

/** Whose the pages of surveys and results are; interviewers have theirs. */
const seers: Role[] = ['administrator', 'fieldwork', 'reporter', 'evaluator', 'publisher', 'viewer']

/** Whether somebody holds the fieldwork role for all regions. */
const actsEverywhere = ({ user }: Session) =>
  user.roles.some(({ role, regions }) => role === 'fieldwork' && regions === null)

export function App() {
  const session = useSession()
  const say = useSay()
  const [named, id, part] = usePath()

  if (session === undefined) return null
  if (session === null) return <SignIn />
  const place = named ?? (may(session, seers) ? 'fieldwork' : 'interviews')
  const page = pages[place]?.(session, id, part)
  return (
    <Frame session={session} place={place}>
      {page || <Result status="404" title={say(text.frame.noSuchPage)} />}
    </Frame>
  )
}
