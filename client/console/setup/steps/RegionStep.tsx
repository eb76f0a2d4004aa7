import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import type { EvaluationSummary } from '../../../../server/shapes/evaluation.ts'
import type { RoundSummary } from '../../../../server/shapes/round.ts'
import { text as common } from '../../../text/console.ts'
import { setupSteps } from '../../../text/consoleSetupSteps.ts'
import { useSay } from '../../../text/language.tsx'
import { ask } from '../../api.ts'
import { Field, WordsFields } from '../fields.tsx'
import type { StepProps } from '../usePlan.ts'

const text = setupSteps.region
const another = ''

/** For which region and in which round, and what the survey is called. */
export function RegionStep({ plan, change }: StepProps) {
  const say = useSay()
  const rounds = useQuery({ queryKey: ['rounds'], queryFn: () => ask<RoundSummary[]>('/api/rounds') })
  const evaluations = useQuery({
    queryKey: ['evaluations'],
    queryFn: () => ask<EvaluationSummary[]>('/api/evaluations'),
  })
  const real = (rounds.data ?? []).filter(({ madeUp }) => !madeUp)
  const regions = new Map(
    (evaluations.data ?? [])
      .filter(({ madeUp }) => !madeUp)
      .map(({ region, scheme }) => [region.code, { ...region, scheme }]),
  )
  const { round, region } = plan
  const knownRound = real.some(({ id }) => id === round.id)
  const knownRegion = regions.has(region.code)

  function chooseRegion(code: string) {
    const known = regions.get(code)
    if (!known) return change({ region: { ...region, code: '', name: { zh: '', en: '' } } })
    const { name, scheme } = known
    change({ region: { ...region, code, name, scheme }, ...titled(name) })
  }
  const titled = (name: { zh: string; en: string }) =>
    plan.title.zh === '' || plan.title.zh === `${region.name.zh}市民体验调查`
      ? {
          title: {
            zh: name.zh === '' ? '' : `${name.zh}市民体验调查`,
            en: name.en === '' ? '' : `${name.en}: citizen-experience survey`,
          },
        }
      : {}

  return (
    <>
      <p>{say(text.intro)}</p>
      {real.length > 0 && (
        <Field label={say(text.round)}>
          <Select
            value={knownRound ? round.id : another}
            onChange={(id) => {
              const found = real.find((one) => one.id === id)
              change({ round: found ? { id, name: found.name } : { id: '', name: { zh: '', en: '' } } })
            }}
            options={[
              ...real.map(({ id, name }) => ({ value: id, label: say(name) })),
              { value: another, label: say(text.newRound) },
            ]}
          />
        </Field>
      )}
      {!knownRound && (
        <>
          <Field label={say(text.roundId)}>
            <Input
              name="round-id"
              value={round.id}
              onChange={({ target }) => change({ round: { ...round, id: target.value } })}
            />
          </Field>
          <WordsFields
            label={say(text.roundName)}
            name="round-name"
            value={round.name}
            set={(name) => change({ round: { ...round, name } })}
          />
        </>
      )}
      {regions.size > 0 && (
        <Field label={say(text.known)}>
          <Select
            value={knownRegion ? region.code : another}
            onChange={chooseRegion}
            options={[
              ...[...regions.values()].map(({ code, name }) => ({ value: code, label: say(name) })),
              { value: another, label: say(text.newRegion) },
            ]}
          />
        </Field>
      )}
      {!knownRegion && (
        <>
          <Field label={say(text.code)}>
            <Input
              name="region-code"
              value={region.code}
              onChange={({ target }) => change({ region: { ...region, code: target.value } })}
            />
          </Field>
          <WordsFields
            label={say(text.name)}
            name="region-name"
            value={region.name}
            set={(name) => change({ region: { ...region, name }, ...titled(name) })}
          />
          <div className="field-pair">
            <Field label={say(text.scheme)}>
              <Select
                value={region.scheme}
                onChange={(scheme) =>
                  change({ region: { ...region, scheme, rank: scheme === 'city' ? '地级市' : '县' } })
                }
                options={(['city', 'county'] as const).map((scheme) => ({
                  value: scheme,
                  label: say(common.schemes[scheme]),
                }))}
              />
            </Field>
            <Field label={say(text.rank)}>
              <Select
                value={region.rank}
                onChange={(rank) => change({ region: { ...region, rank } })}
                options={Object.entries(text.ranks).map(([rank, name]) => ({ value: rank, label: say(name) }))}
              />
            </Field>
          </div>
        </>
      )}
      <WordsFields label={say(text.title)} name="title" value={plan.title} set={(title) => change({ title })} />
      <Field label={say(text.id)} help={say(text.address, { url: `${location.origin}/s/${plan.id || '…'}` })}>
        <Input name="survey-id" value={plan.id} onChange={({ target }) => change({ id: target.value.trim() })} />
      </Field>
    </>
  )
}
