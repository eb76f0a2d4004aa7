import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { DataProblem } from '../../../scoring/objective/problem.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { SubjectiveScore } from '../../../scoring/subjective/score.ts'
import type { Evaluation } from '../../../server/shapes/evaluation.ts'
import type { Inputs } from '../../../server/shapes/inputs.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { ask } from '../api.ts'
import { assess } from './assess.ts'
import { DimensionList } from './DimensionList.tsx'
import { rowsOf } from './draft.ts'
import { FactsBar } from './FactsBar.tsx'
import { FactsFile } from './FactsFile.tsx'
import { FactsNotes } from './FactsNotes.tsx'
import { IndicatorForm } from './IndicatorForm.tsx'
import { progressOf } from './progress.ts'
import { useFactsDraft } from './useFactsDraft.ts'
import { Versions } from './Versions.tsx'

const words = text.facts

interface Props {
  evaluation: Evaluation
  /** The score of the survey carried out here. */
  survey: SubjectiveScore | null
  /** Whether the person may change the region's facts. */
  mayEdit: boolean
}

/** A region's facts: filled in by form or by sheet, scored as they are typed, with their versions. */
export function FactsTab({ evaluation, survey, mayEdit }: Props) {
  const say = useSay()
  const inputs = useInputs(evaluation.id)
  return (
    <>
      <p className="lead">{say(words.explain)}</p>
      <Loaded query={inputs}>{(inputs) => <FactsForm {...{ evaluation, survey, inputs, mayEdit }} />}</Loaded>
      <h3 className="facts-versions">{say(words.versions)}</h3>
      <Versions evaluation={evaluation} kind="facts" />
    </>
  )
}

export const useInputs = (id: string) =>
  useQuery({
    queryKey: ['inputs', id],
    queryFn: () => ask<Inputs>(`/api/evaluations/${encodeURIComponent(id)}/inputs`),
  })

function FactsForm({ evaluation, survey, inputs, mayEdit }: Props & { inputs: Inputs }) {
  const say = useSay()
  const scheme = schemes[evaluation.scheme]
  const facts = useFactsDraft(evaluation, scheme, inputs)
  const scored = useDeferredValue(facts.draft)
  const [chosen, setChosen] = useState(scheme.dimensions[0]?.id ?? '')
  const [tried, setTried] = useState(false)
  const [goal, setGoal] = useState<DataProblem>()

  const assessment = useMemo(
    () =>
      assess(scheme, rowsOf(scheme, scored), {
        scores: inputs.scores.rows.map((row) => ({ ...row, row: null })),
        survey: surveyRows(evaluation),
        estimate: survey,
      }),
    [scheme, scored, inputs, evaluation, survey],
  )
  useLeaveWarning(facts.changed)
  useEffect(() => {
    if (goal) document.getElementById(`form-${goal.item}`)?.scrollIntoView({ block: 'start' })
  }, [goal])

  const dimensions = scheme.dimensions.map((dimension) => ({
    dimension,
    progress: progressOf(dimension, assessment, inputs.scores.rows),
  }))
  const all = dimensions.reduce(
    (sum, { progress }) => ({
      all: sum.all + progress.all,
      given: sum.given + progress.given,
      wrong: sum.wrong + progress.wrong,
      worth: sum.worth + progress.worth,
    }),
    { all: 0, given: 0, wrong: 0, worth: 0 },
  )
  const dimension = scheme.dimensions.find(({ id }) => id === chosen)
  const disabled = !mayEdit || evaluation.state !== 'draft'

  return (
    <>
      <FactsFile evaluation={evaluation} mayEdit={!disabled} onTaken={facts.discard} />
      {disabled && <Alert type="info" showIcon title={say(mayEdit ? words.notDraft : words.readOnly)} />}
      <div className="facts">
        <FactsBar
          result={assessment.result}
          progress={all}
          stamp={inputs.facts.stamp}
          changed={facts.changed}
          saving={facts.save.isPending}
          mayEdit={!disabled}
          onDiscard={facts.discard}
          onSave={() => {
            setTried(true)
            if (assessment.problems.length === 0) facts.save.mutate()
          }}
        />
        <FactsNotes
          facts={facts}
          problems={tried && facts.changed ? assessment.problems : []}
          onGo={(problem) => {
            setChosen(scheme.dimensions.find(({ id }) => problem.item.startsWith(`${id}P`))?.id ?? chosen)
            setGoal(problem)
          }}
        />
        <DimensionList dimensions={dimensions} chosen={chosen} onChoose={setChosen} />
        <div className="facts-indicators">
          {dimension?.indicators.map((indicator) => (
            <IndicatorForm
              key={indicator.id}
              scheme={scheme.id}
              kind={dimension.kind}
              indicator={indicator}
              evaluation={evaluation}
              scores={inputs.scores.rows}
              draft={facts.draft}
              onChange={facts.change}
              assessment={assessment}
              disabled={disabled}
            />
          ))}
          <small>{say(words.surveyPeriod)}</small>
        </div>
      </div>
    </>
  )
}

function surveyRows({ importedSurveyScore }: Evaluation) {
  if (!importedSurveyScore) return []
  const { score, se, kind } = importedSurveyScore
  return [{ row: null, score, ...(se !== null && { se }), kind }]
}

/** The browser asks before a page with unsaved changes is closed. */
function useLeaveWarning(changed: boolean) {
  useEffect(() => {
    if (!changed) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [changed])
}
