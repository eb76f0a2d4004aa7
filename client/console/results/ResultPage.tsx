import { useQuery } from '@tanstack/react-query'
import { Alert, Card, Tag } from 'antd'
import type { Evaluation, ResultDocument } from '../../../server/shapes/evaluation.ts'
import type { Session } from '../../../server/shapes/session.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { MadeUp } from '../../parts/MadeUp.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { Subpages } from '../../parts/Subpages.tsx'
import { text } from '../../text/console.ts'
import { comparison, earlierRounds, makeUp, sensitivity, whatIf } from '../../text/consoleAnalysis.ts'
import { useSay } from '../../text/language.tsx'
import { ask } from '../api.ts'
import { FactsTab } from '../facts/FactsTab.tsx'
import { may } from '../session.tsx'
import { WhatIfPart } from '../whatIf/WhatIfPart.tsx'
import { Comparison } from './Comparison.tsx'
import { Decisions } from './Decisions.tsx'
import { DimensionBars } from './DimensionBars.tsx'
import { EarlierRounds } from './EarlierRounds.tsx'
import { Exports } from './Exports.tsx'
import { ImportanceMatrix } from './ImportanceMatrix.tsx'
import { ImportScores } from './ImportScores.tsx'
import { MakeUp } from './MakeUp.tsx'
import { Missing } from './Missing.tsx'
import { PerceptionGaps } from './PerceptionGaps.tsx'
import { Sample } from './Sample.tsx'
import { ScoreTree } from './ScoreTree.tsx'
import { Sensitivity } from './Sensitivity.tsx'
import { SurveyPart } from './SurveyPart.tsx'
import { History } from './steps/History.tsx'
import { Steps } from './steps/Steps.tsx'
import { Total } from './Total.tsx'
import { WeakPoints } from './WeakPoints.tsx'

/** One region's result, from the total down to its items. */
export function ResultPage({ id, part, session }: { id: string; part: string | undefined; session: Session }) {
  const say = useSay()
  const path = `/api/evaluations/${encodeURIComponent(id)}`
  const evaluation = useQuery({ queryKey: ['evaluation', id], queryFn: () => ask<Evaluation>(path) })
  const result = useQuery({ queryKey: ['result', id], queryFn: () => ask<ResultDocument>(`${path}/result`) })
  const back = { path: '/console/results', name: say(text.results.title) }

  return (
    <Loaded query={evaluation} without={<PageTitle title={id} back={back} />}>
      {(evaluation) => (
        <>
          <PageTitle
            title={say(evaluation.region.name)}
            back={back}
            marks={
              <>
                <Tag color="blue" variant="outlined">
                  {say(text.evaluationStates[evaluation.state])}
                </Tag>
                <Tag variant="outlined">{say(text.schemes[evaluation.scheme])}</Tag>
                {evaluation.madeUp && <MadeUp />}
              </>
            }
            actions={<Exports evaluation={evaluation} mayTakePersons={mayTakePersons(session, evaluation)} />}
          />
          <Steps evaluation={evaluation} session={session} survey={result.data?.regions[0]?.survey ?? null} />
          <Decisions
            evaluation={evaluation}
            mayDecide={may(session, ['evaluator', 'publisher'], evaluation.region.code)}
          />
          <Loaded query={result}>
            {(document) => (
              <Outcome
                document={document}
                evaluation={evaluation}
                part={part}
                mayImport={may(session, ['reporter', 'evaluator'], evaluation.region.code)}
                mayTakePersons={mayTakePersons(session, evaluation)}
                mayOpen={may(session, ['evaluator'], evaluation.region.code)}
              />
            )}
          </Loaded>
        </>
      )}
    </Loaded>
  )
}

interface Props {
  document: ResultDocument
  evaluation: Evaluation
  part: string | undefined
  mayImport: boolean
  mayTakePersons: boolean
  mayOpen: boolean
}

const mayTakePersons = (session: Session, { region }: Evaluation) =>
  may(session, ['fieldwork', 'evaluator'], region.code)

function Outcome({ document, evaluation, part, mayImport, mayTakePersons, mayOpen }: Props) {
  const say = useSay()
  const [outcome] = document.regions
  if (!outcome) return null
  const { result, errors, sources, survey } = outcome

  const pages = [
    ...(result
      ? [
          {
            key: 'tree',
            name: say(text.results.tree),
            content: <ScoreTree scheme={document.scheme} result={result} sources={sources} evaluation={evaluation} />,
          },
          {
            key: 'make-up',
            name: say(makeUp.title),
            content: <MakeUp scheme={document.scheme} result={result} />,
          },
          {
            key: 'comparison',
            name: say(comparison.title),
            content: <Comparison id={evaluation.id} />,
          },
          {
            key: 'survey',
            name: say(text.results.surveyPart),
            content: (
              <>
                <SurveyPart
                  survey={survey}
                  result={result}
                  sample={
                    evaluation.survey && (
                      <Sample survey={evaluation.survey} disclosure={document.participation?.disclosure ?? null} />
                    )
                  }
                />
                {evaluation.survey && <ImportanceMatrix survey={evaluation.survey} />}
              </>
            ),
          },
          {
            key: 'weak',
            name: say(text.weak.title),
            content: <WeakPoints evaluation={evaluation} result={result} survey={survey} mayEdit={mayImport} />,
          },
          {
            key: 'gaps',
            name: say(text.gaps.title),
            content: <PerceptionGaps scheme={document.scheme} result={result} survey={survey} />,
          },
          {
            key: 'missing',
            name: say(text.results.missing, { n: result.missing.length }),
            content: <Missing scheme={document.scheme} result={result} />,
          },
          {
            key: 'sensitivity',
            name: say(sensitivity.title),
            content: <Sensitivity evaluation={evaluation} result={result} sources={sources} />,
          },
          {
            key: 'rounds',
            name: say(earlierRounds.title),
            content: <EarlierRounds id={evaluation.id} />,
          },
          {
            key: 'what-if',
            name: say(whatIf.title),
            content: <WhatIfPart evaluation={evaluation} result={result} survey={survey} />,
          },
        ]
      : []),
    {
      key: 'facts',
      name: say(text.facts.title),
      content: <FactsTab evaluation={evaluation} survey={survey} mayEdit={mayImport} />,
    },
    {
      key: 'history',
      name: say(text.steps.history),
      content: <History evaluation={evaluation} mayTakePersons={mayTakePersons} mayOpen={mayOpen} />,
    },
    ...(mayImport
      ? [{ key: 'import', name: say(text.imports.title), content: <ImportScores evaluation={evaluation} /> }]
      : []),
  ]

  return (
    <>
      {evaluation.notes.map((note) => (
        <Alert key={note.en} type="warning" showIcon title={say(note)} />
      ))}
      {errors.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={say(text.results.errors, { n: errors.length })}
          description={
            <ul className="plain-list">
              {errors.map(({ item, key, reason, message }) => (
                <li key={`${item} ${key} ${reason}`}>
                  <code>{[item, key].filter(Boolean).join('.')}</code> {say(message)}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {result && (
        <div className="two-columns">
          <Total result={result} />
          <Card title={say(text.results.dimensions)}>
            <DimensionBars scheme={document.scheme} result={result} survey={survey} />
          </Card>
        </div>
      )}
      <Card>
        <Subpages
          label={say(text.results.parts)}
          path={`/console/results/${encodeURIComponent(evaluation.id)}`}
          shown={part}
          pages={pages}
        />
      </Card>
    </>
  )
}
