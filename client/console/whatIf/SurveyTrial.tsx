import { InputNumber } from 'antd'
import type { SubjectiveScore } from '../../../scoring/subjective/score.ts'
import { whatIf as words } from '../../text/consoleAnalysis.ts'
import { useSay } from '../../text/language.tsx'
import { NumbersTrial } from './NumbersTrial.tsx'
import { chosenNumbers, type Trial } from './trial.ts'

interface Props {
  /** The survey carried out here. */
  survey: SubjectiveScore | null
  /** Score of the survey as it stands. */
  score: number | null
  trial: Trial
  onChange: (trial: Trial) => void
}

const twoDecimals = (score: number) => Math.round(score * 100) / 100

/** Another score of the survey: question by question where it was carried out here, else as a whole. */
export function SurveyTrial({ survey, score, trial, onChange }: Props) {
  const say = useSay()
  const rated = (survey?.items ?? []).filter(({ score, weight }) => score !== null && weight > 0)
  if (rated.length > 0) {
    const scores = new Map(rated.map(({ name, score }) => [name, twoDecimals(score ?? 0)]))
    return (
      <NumbersTrial
        title={say(words.chooseQuestions)}
        options={rated.map(({ name, label }) => ({ id: name, name: `${name} ${say(label)}` }))}
        numbers={trial.surveyItems}
        most={100}
        onChoose={(names) =>
          onChange({ ...trial, surveyItems: chosenNumbers(names, trial.surveyItems, (name) => scores.get(name) ?? 0) })
        }
        onChange={(name, number) => onChange({ ...trial, surveyItems: { ...trial.surveyItems, [name]: number ?? 0 } })}
      />
    )
  }
  return (
    <div className="trial-number">
      <label htmlFor="trial-survey">{say(words.surveyScore)}</label>
      <InputNumber
        id="trial-survey"
        min={0}
        max={100}
        value={trial.survey}
        placeholder={score === null ? '' : String(twoDecimals(score))}
        onChange={(survey) => onChange({ ...trial, survey })}
      />
    </div>
  )
}
