import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { SubjectiveScore } from '../../../scoring/subjective/score.ts'
import type { WhatIfAnswer } from '../../../server/shapes/analysis.ts'
import type { Evaluation, RegionResult } from '../../../server/shapes/evaluation.ts'
import { FailureNote } from '../../parts/FailureNote.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { whatIf as words } from '../../text/consoleAnalysis.ts'
import { useSay } from '../../text/language.tsx'
import { ask, type Failure } from '../api.ts'
import { useInputs } from '../facts/FactsTab.tsx'
import { Answered } from './Answered.tsx'
import { FactsTrial } from './FactsTrial.tsx'
import { SurveyTrial } from './SurveyTrial.tsx'
import { noTrial, requestOf, type Trial } from './trial.ts'
import { WeightsTrial } from './WeightsTrial.tsx'

interface Props {
  evaluation: Evaluation
  result: RegionResult
  survey: SubjectiveScore | null
}

/** A scratch copy of what the result rests on: change it and see the total move. Nothing is kept. */
export function WhatIfPart({ evaluation, result, survey }: Props) {
  const say = useSay()
  const inputs = useInputs(evaluation.id)
  const [trial, setTrial] = useState<Trial>(noTrial)
  const scheme = schemes[evaluation.scheme]
  const trying = useMutation<WhatIfAnswer, Failure>({
    mutationFn: () =>
      ask(`/api/evaluations/${encodeURIComponent(evaluation.id)}/what-if`, {
        method: 'POST',
        json: requestOf(trial),
      }),
  })
  const props = { trial, onChange: setTrial }
  const surveyScore = result.subjective === null ? null : result.subjective / 0.4
  return (
    <>
      <Alert type="info" showIcon title={say(words.explain)} />
      <Loaded query={inputs}>
        {(inputs) => (
          <div className="trial">
            <h3>{say(words.facts)}</h3>
            <FactsTrial scheme={scheme} inputs={inputs} {...props} />
            <h3>{say(words.survey)}</h3>
            <SurveyTrial survey={survey} score={surveyScore} {...props} />
            <h3>{say(words.weights)}</h3>
            <WeightsTrial scheme={scheme} {...props} />
            <h3>{say(words.options)}</h3>
            <Checkbox
              checked={trial.normalizeShares}
              onChange={({ target }) => setTrial({ ...trial, normalizeShares: target.checked })}
            >
              {say(words.normalize)}
            </Checkbox>
            <div className="trial-actions">
              <Button type="primary" loading={trying.isPending} onClick={() => trying.mutate()}>
                {say(words.compute)}
              </Button>
              <Button
                onClick={() => {
                  setTrial(noTrial)
                  trying.reset()
                }}
              >
                {say(words.reset)}
              </Button>
            </div>
          </div>
        )}
      </Loaded>
      {trying.error && <Refused failure={trying.error} />}
      {trying.data && <Answered {...trying.data} />}
    </>
  )
}

/** What keeps the scratch copy from being scored: all of it. */
function Refused({ failure }: { failure: Failure }) {
  const say = useSay()
  if (failure.errors.length === 0) return <FailureNote failure={failure} />
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={say(words.refused, { n: failure.errors.length })}
      description={
        <ul className="plain-list">
          {failure.errors.map(({ path, message }) => (
            <li key={`${path} ${message.en}`}>{say(message)}</li>
          ))}
        </ul>
      }
    />
  )
}
