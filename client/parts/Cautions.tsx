import { Alert } from 'antd'
import type { Caution } from '../../scoring/subjective/score.ts'
import { useSay } from '../text/language.tsx'

/** What a reader of the score has to know; what bars publication stands first. */
export function Cautions({ cautions }: { cautions: Caution[] }) {
  const say = useSay()
  if (cautions.length === 0) return null
  return (
    <div className="cautions">
      {[...cautions]
        .sort((a, b) => Number(b.blocks) - Number(a.blocks))
        .map(({ code, subject, text, blocks }) => (
          <Alert key={`${code} ${subject}`} type={blocks ? 'error' : 'warning'} showIcon title={say(text)} />
        ))}
    </div>
  )
}
