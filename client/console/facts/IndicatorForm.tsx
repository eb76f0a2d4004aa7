import { Alert, Tag } from 'antd'
import type { RegionResult } from '../../../scoring/result/result.ts'
import type { DimensionKind, Indicator, SchemeId } from '../../../scoring/standard/scheme.ts'
import type { Evaluation } from '../../../server/shapes/evaluation.ts'
import type { ScoreInput } from '../../../server/shapes/inputs.ts'
import { between } from '../../text/between.ts'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { showInterval, showScore } from '../../text/numbers.ts'
import type { Assessment } from './assess.ts'
import { type Draft, placeOf, withValue } from './draft.ts'
import { FactField } from './FactField.tsx'
import { ItemForm } from './ItemForm.tsx'

const words = text.facts

interface Props {
  scheme: SchemeId
  kind: DimensionKind
  indicator: Indicator
  evaluation: Evaluation
  scores: ScoreInput[]
  draft: Draft
  onChange: (draft: Draft) => void
  assessment: Assessment
  disabled: boolean
}

/** An indicator with the items that are to be filled in, or why there is nothing to fill in. */
export function IndicatorForm({ indicator, kind, scores, assessment, ...props }: Props) {
  const say = useSay()
  const own = scores.filter(
    ({ indicator: id }) => id === indicator.id || indicator.items.some((item) => item.id === id),
  )
  return (
    <section>
      <h3>
        <code>{indicator.id}</code> {say(indicator.name)}{' '}
        <span className="marks">
          {kind !== 'deduction' && <Tag>{say(text.standard.weightOf, { n: indicator.weight })}</Tag>}
          {own.length > 0 && <Tag color="purple">{say(words.importedTag)}</Tag>}
          {assessment.result && (
            <Score result={assessment.result} indicator={indicator.id} deduction={kind === 'deduction'} />
          )}
        </span>
      </h3>
      {indicator.survey && <SurveyForm {...props} indicator={indicator} />}
      {own.length > 0 ? (
        <Alert
          type="info"
          showIcon
          title={say(words.imported, {
            scores: own.map(({ indicator, score }) => `${indicator} ${score}`).join(say(between.names)),
          })}
        />
      ) : (
        <div className="item-forms">
          {indicator.items.map((item) => (
            <ItemForm
              key={item.id}
              {...props}
              indicator={indicator}
              item={item}
              problems={assessment.problems}
              trace={assessment.traces[item.id]}
            />
          ))}
        </div>
      )}
    </section>
  )
}

function Score({ result, indicator, deduction }: { result: RegionResult; indicator: string; deduction: boolean }) {
  const score = (deduction ? result.deductions.indicators : result.indicators)[indicator]
  const bounds = result.bounds.indicators[indicator]
  if (score != null) return <strong>{showScore(score)}</strong>
  return bounds ? <span className="muted">{showInterval(bounds)}</span> : null
}

/** The survey's score, where it is neither carried out here nor imported on its own. */
function SurveyForm({
  indicator: { id, survey },
  evaluation,
  draft,
  onChange,
  disabled,
}: Omit<Props, 'kind' | 'scores' | 'assessment'>) {
  const say = useSay()
  if (!survey) return null
  if (evaluation.survey) return <Alert type="info" showIcon title={say(words.surveyHere)} />
  const { importedSurveyScore } = evaluation
  if (importedSurveyScore) {
    return (
      <Alert type="info" showIcon title={say(words.surveyImported, { score: showScore(importedSurveyScore.score) })} />
    )
  }
  const place = placeOf(id, survey.key)
  return (
    <div className="fact-field">
      <label htmlFor={place}>{say(survey.label)}</label>
      <FactField
        id={place}
        input={survey}
        value={draft.values[place]}
        disabled={disabled}
        error={undefined}
        onChange={(value) => onChange(withValue(draft, place, value))}
      />
    </div>
  )
}
