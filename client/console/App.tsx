import { Result, Skeleton } from 'antd'
import { lazy, type ReactNode, Suspense } from 'react'
import type { Role, Session } from '../../server/shapes/session.ts'
import { text } from '../text/console.ts'
import { useSay } from '../text/language.tsx'
import { Frame } from './Frame.tsx'
import { usePath } from './route.ts'
import { SignIn } from './SignIn.tsx'
import { may, useSession } from './session.tsx'

const Surveys = lazy(() => import('./fieldwork/Surveys.tsx').then(({ Surveys }) => ({ default: Surveys })))
const SurveyPage = lazy(() => import('./fieldwork/SurveyPage.tsx').then(({ SurveyPage }) => ({ default: SurveyPage })))
const Evaluations = lazy(() =>
  import('./results/Evaluations.tsx').then(({ Evaluations }) => ({ default: Evaluations })),
)
const ResultPage = lazy(() => import('./results/ResultPage.tsx').then(({ ResultPage }) => ({ default: ResultPage })))
const ComparePage = lazy(() =>
  import('./compare/ComparePage.tsx').then(({ ComparePage }) => ({ default: ComparePage })),
)
const StandardPage = lazy(() =>
  import('./standard/StandardPage.tsx').then(({ StandardPage }) => ({ default: StandardPage })),
)
const SetupPage = lazy(() => import('./setup/SetupPage.tsx').then(({ SetupPage }) => ({ default: SetupPage })))
const HandoutPage = lazy(() =>
  import('./handout/HandoutPage.tsx').then(({ HandoutPage }) => ({ default: HandoutPage })),
)
const Rounds = lazy(() => import('./rounds/Rounds.tsx').then(({ Rounds }) => ({ default: Rounds })))
const RoundPage = lazy(() => import('./rounds/RoundPage.tsx').then(({ RoundPage }) => ({ default: RoundPage })))
const QuestionnairesPage = lazy(() =>
  import('./questionnaires/QuestionnairesPage.tsx').then(({ QuestionnairesPage }) => ({ default: QuestionnairesPage })),
)
const EditorPage = lazy(() =>
  import('./questionnaires/EditorPage.tsx').then(({ EditorPage }) => ({ default: EditorPage })),
)
const Interviews = lazy(() => import('./interviews/Interviews.tsx').then(({ Interviews }) => ({ default: Interviews })))
const Accounts = lazy(() => import('./accounts/Accounts.tsx').then(({ Accounts }) => ({ default: Accounts })))

/** The pages of the console, by address. */
const pages: Record<string, (session: Session, id?: string, part?: string) => ReactNode> = {
  fieldwork: (session, survey, part) =>
    may(session, seers) &&
    (survey ? (
      <SurveyPage key={survey} survey={survey} part={part} session={session} />
    ) : (
      <Surveys mayBegin={may(session, ['fieldwork'])} />
    )),
  results: (session, id, part) =>
    may(session, seers) && (id ? <ResultPage id={id} part={part} session={session} /> : <Evaluations />),
  compare: (session, round, part) => round && <ComparePage key={round} round={round} part={part} session={session} />,
  standard: (_, scheme = 'city', item) =>
    (scheme === 'city' || scheme === 'county') && <StandardPage key={scheme} scheme={scheme} item={item} />,
  surveys: (session, draft) => draft && may(session, ['fieldwork']) && <SetupPage key={draft} draft={draft} />,
  rounds: (session, round) =>
    may(session, ['fieldwork', 'evaluator', 'publisher', 'viewer']) &&
    (round ? <RoundPage key={round} round={round} session={session} /> : <Rounds mayBegin={actsEverywhere(session)} />),
  questionnaires: (session, id, version) => {
    if (!may(session, ['fieldwork'])) return null
    return id && version ? <EditorPage id={id} version={Number(version)} /> : <QuestionnairesPage />
  },
  handout: (session, survey, part) =>
    survey && may(session, ['fieldwork']) && <HandoutPage key={survey} survey={survey} part={part} session={session} />,
  interviews: (session, survey) => may(session, ['interviewer']) && <Interviews survey={survey} />,
  accounts: (session) => may(session, ['administrator']) && <Accounts />,
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
      <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
        {page || <Result status="404" title={say(text.frame.noSuchPage)} />}
      </Suspense>
    </Frame>
  )
}
