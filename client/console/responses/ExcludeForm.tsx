import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { QualityFlag } from '../../../scoring/subjective/quality/rules.ts'
import type { QualityEffect } from '../../../server/shapes/quality.ts'
import { between } from '../../text/between.ts'
import { text } from '../../text/console.ts'
import { type Say, useSay } from '../../text/language.tsx'
import { showCount, showScore } from '../../text/numbers.ts'
import { ConfirmAct } from '../acting/ConfirmAct.tsx'
import { ask } from '../api.ts'

const words = text.responses

interface Props {
  survey: string
  act: 'exclude' | 'restore'
  /** Those named, or all that have a flag. */
  which: { ids: string[] } | { flag: QualityFlag }
  /** Of the button that does it. */
  name: string
  done: () => Promise<void>
  close: () => void
}

/** Shows what excluding or restoring would do to the score, and does it with a reason. */
export function ExcludeForm({ survey, act, which, name, done, close }: Props) {
  const say = useSay()
  const path = `/api/surveys/${encodeURIComponent(survey)}/quality`
  const effect = useQuery({
    queryKey: ['effect', survey, act, which],
    queryFn: () => ask<QualityEffect>(`${path}/effect`, { method: 'POST', json: { action: act, ...which } }),
    gcTime: 0,
  })
  // Before a rule has been looked up, nobody knows how many it is about.
  const n = effect.data ? showCount(effect.data.changes) : 'ids' in which ? showCount(which.ids.length) : '…'
  return (
    <ConfirmAct
      title={say(act === 'exclude' ? words.excludeTitle : words.restoreTitle, { n })}
      name={name}
      danger={act === 'exclude'}
      happens={[
        ...(effect.data ? effectLines(say, effect.data) : []),
        say(act === 'exclude' ? words.excludeHappens : words.restoreHappens),
      ]}
      act={async ({ reason }) => {
        await ask(`${path}/decisions`, { method: 'POST', json: { action: act, ...which, reason } })
        await done()
      }}
      close={close}
    >
      {effect.isPending && <Skeleton active paragraph={{ rows: 1 }} />}
    </ConfirmAct>
  )
}

function effectLines(say: Say, { inScore, before, after, promoted, above }: QualityEffect): string[] {
  const counts = { n: showCount(before.responses), m: showCount(after.responses) }
  const moves = [
    say(words.moves, { n: showCount(inScore) }),
    ...(promoted > 0 ? [say(words.promotes, { n: showCount(promoted) })] : []),
    ...(above.length > 0 ? [say(words.above, { names: above.join(say(between.names)) })] : []),
  ]
  if (before.score === null || after.score === null) return [...moves, say(words.noScore, counts)]
  const difference = after.score - before.score
  return [
    ...moves,
    say(words.effect, {
      ...counts,
      before: showScore(before.score),
      after: showScore(after.score),
      sign: difference < 0 ? '−' : '+',
      difference: showScore(Math.abs(difference)),
    }),
  ]
}
