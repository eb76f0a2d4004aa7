import type { Dimension } from '../../../scoring/standard/scheme.ts'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import type { Progress } from './progress.ts'

interface Props {
  dimensions: { dimension: Dimension; progress: Progress }[]
  chosen: string
  onChoose: (id: string) => void
}

/** The dimensions to fill in, each with how far it has got. */
export function DimensionList({ dimensions, chosen, onChoose }: Props) {
  const say = useSay()
  return (
    <nav className="facts-dimensions" aria-label={say(text.standard.dimension)}>
      {dimensions.map(({ dimension: { id, name }, progress: { all, given, wrong } }) => (
        <button
          key={id}
          type="button"
          className="facts-dimension"
          aria-current={id === chosen}
          onClick={() => onChoose(id)}
        >
          {id} {say(name)}
          <small className={wrong > 0 ? 'wrong' : undefined}>
            {all > 0 && `${given} / ${all}`}
            {wrong > 0 && ` · ${say(text.facts.wrong)}`}
          </small>
        </button>
      ))}
    </nav>
  )
}
