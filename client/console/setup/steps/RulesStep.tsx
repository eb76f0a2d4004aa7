import { Checkbox, Input } from 'antd'
import { defaultQualityRules, type QualityFlag, qualityFlags } from '../../../../scoring/subjective/quality/rules.ts'
import { setupSteps } from '../../../text/consoleSetupSteps.ts'
import { useSay } from '../../../text/language.tsx'
import { Field, NumberField, WordsFields } from '../fields.tsx'
import type { StepProps } from '../usePlan.ts'

const text = setupSteps.rules
const marks = Object.keys(text.marks) as (keyof typeof text.marks)[]

/** Dates, what the first page says, legal marks, quality rules, the threshold for publication. */
export function RulesStep({ plan, change }: StepProps) {
  const say = useSay()
  const { legalMarks, publication } = plan
  return (
    <>
      <h3>{say(text.dates)}</h3>
      <div className="field-pair">
        <Field label={say(text.opens)}>
          <Input
            type="date"
            name="opens"
            value={plan.opens}
            onChange={({ target }) => change({ opens: target.value })}
          />
        </Field>
        <Field label={say(text.closes)}>
          <Input
            type="date"
            name="closes"
            value={plan.closes}
            onChange={({ target }) => change({ closes: target.value })}
          />
        </Field>
      </div>
      <h3>{say(text.welcome)}</h3>
      <WordsFields
        label={say(text.organiser)}
        name="organiser"
        value={plan.organiser}
        set={(organiser) => change({ organiser })}
      />
      <WordsFields
        label={say(text.purpose)}
        name="purpose"
        value={plan.purpose}
        set={(purpose) => change({ purpose })}
        long
      />
      <WordsFields
        label={say(text.contact)}
        name="contact"
        value={plan.contact}
        set={(contact) => change({ contact })}
      />
      <NumberField
        label={say(text.minutes)}
        name="minutes"
        value={plan.minutes}
        set={(minutes) => change({ minutes })}
        min={1}
        max={120}
      />
      <h3>{say(text.legal)}</h3>
      <p>{say(text.legalHelp)}</p>
      <div className="field-grid">
        {marks.map((mark) => (
          <Field key={mark} label={say(text.marks[mark])}>
            <Input
              name={mark}
              value={legalMarks[mark]}
              onChange={({ target }) => change({ legalMarks: { ...legalMarks, [mark]: target.value } })}
            />
          </Field>
        ))}
      </div>
      <QualityRules plan={plan} change={change} />
      <h3>{say(text.publication)}</h3>
      <p>{say(text.publicationHelp)}</p>
      <div className="field-grid">
        <NumberField
          label={say(text.respondents)}
          name="respondents"
          value={publication.respondents}
          set={(respondents) => change({ publication: { ...publication, respondents } })}
          min={1}
          max={10_000_000}
        />
        <NumberField
          label={say(text.effectiveShare)}
          name="effective"
          value={Math.round(publication.effectiveShare * 100)}
          set={(percent) => change({ publication: { ...publication, effectiveShare: percent / 100 } })}
          min={0}
          max={100}
        />
      </div>
    </>
  )
}

function QualityRules({ plan: { quality }, change }: StepProps) {
  const say = useSay()
  const set = (part: Partial<NonNullable<typeof quality>>) => quality && change({ quality: { ...quality, ...part } })
  return (
    <>
      <h3>{say(text.quality)}</h3>
      <p>{say(text.qualityHelp)}</p>
      <Checkbox
        checked={quality !== null}
        onChange={({ target }) => change({ quality: target.checked ? defaultQualityRules : null })}
      >
        {say(text.useQuality)}
      </Checkbox>
      {quality && (
        <>
          <div className="field-grid">
            <NumberField
              label={say(text.readingCharacters)}
              name="reading-characters"
              value={Math.round(quality.reading.characters * 60)}
              set={(characters) => set({ reading: { ...quality.reading, characters: characters / 60 } })}
              min={60}
              max={60_000}
            />
            <NumberField
              label={say(text.readingWords)}
              name="reading-words"
              value={Math.round(quality.reading.words * 60)}
              set={(words) => set({ reading: { ...quality.reading, words: words / 60 } })}
              min={60}
              max={60_000}
            />
            <NumberField
              label={say(text.medianShare)}
              name="median-share"
              value={Math.round(quality.medianShare * 100)}
              set={(percent) => set({ medianShare: percent / 100 })}
              min={0}
              max={100}
            />
            <NumberField
              label={say(text.straightLine)}
              name="straight-line"
              value={quality.straightLine.fewest}
              set={(fewest) => set({ straightLine: { ...quality.straightLine, fewest } })}
              min={2}
              max={500}
            />
            <NumberField
              label={say(text.identical)}
              name="identical"
              value={quality.identical.times}
              set={(times) => set({ identical: { ...quality.identical, times } })}
              min={2}
              max={10_000}
            />
            <NumberField
              label={say(text.threshold)}
              name="threshold"
              value={quality.threshold}
              set={(threshold) => set({ threshold })}
              min={1}
              max={50}
            />
          </div>
          <fieldset>
            <legend>{say(text.points)}</legend>
            <div className="field-grid">
              {(Object.keys(qualityFlags) as QualityFlag[]).map((flag) => (
                <NumberField
                  key={flag}
                  label={say(qualityFlags[flag])}
                  name={`points-${flag}`}
                  value={quality.points[flag]}
                  set={(points) => set({ points: { ...quality.points, [flag]: points } })}
                  min={0}
                  max={10}
                />
              ))}
            </div>
          </fieldset>
        </>
      )}
    </>
  )
}
