import { rulingsOf, traceOf } from '../../../scoring/objective/trace.ts'
import type { Item } from '../../../scoring/standard/item.ts'
import { TraceLines } from '../../parts/TraceLines.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { noEvidence } from '../facts/draft.ts'
import type { Working } from './useWorking.ts'

const words = text.working

/** How an item came to its score: the standard's formula, this region's figures, the rulings, where the facts come from. */
export function ItemWorking({ item, working }: { item: Item; working: Working | undefined }) {
  const say = useSay()
  if (!working) return <span className="muted">…</span>
  const score = working.steps[item.id]
  if (!score) return <span className="muted">{say(words.imported)}</span>
  const { source, date, note } = working.evidence[item.id] ?? noEvidence
  const about = [
    [text.facts.source, source],
    [text.facts.date, date],
    [text.facts.note, note],
  ] as const
  return (
    <div className="item-working">
      <TraceLines trace={traceOf(score)} />
      <ul className="plain-list">
        {rulingsOf(item).map(({ id, text }) => (
          <li key={id}>
            <small>
              <strong>{id}</strong> {say(text)}
            </small>
          </li>
        ))}
      </ul>
      <small>
        {say(text.standard.timing)}
        {say(words.colon)}
        {say(text.standard.timings[item.timing])}
        {about.map(([name, said]) => said !== '' && ` · ${say(name)}${say(words.colon)}${said}`)}
        {source === '' && date === '' && ` · ${say(words.noEvidence)}`}
      </small>
    </div>
  )
}
