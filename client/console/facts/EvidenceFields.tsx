import { Input } from 'antd'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { type Evidence, noEvidence } from './draft.ts'

const words = text.facts

interface Props {
  item: string
  evidence: Evidence | undefined
  onChange: (evidence: Evidence) => void
  disabled: boolean
}

/** Where an item's facts come from, of when, and what else is to be said. */
export function EvidenceFields({ item, evidence = noEvidence, onChange, disabled }: Props) {
  const say = useSay()
  return (
    <div className="evidence">
      {(['source', 'date', 'note'] as const).map((key) => {
        const id = `${item}-${key}`
        return (
          <label key={key} htmlFor={id}>
            <small>{say(words[key])}</small>
            <Input
              id={id}
              size="small"
              {...(key === 'date' && { placeholder: '2025-12-31' })}
              maxLength={500}
              value={evidence[key]}
              disabled={disabled}
              onChange={({ target }) => onChange({ ...evidence, [key]: target.value })}
            />
          </label>
        )
      })}
    </div>
  )
}
