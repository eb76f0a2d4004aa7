import { showShare } from '../text/numbers.ts'

/** Sample and population share of a category, one above the other. */
export function ShareBars({ sample, population }: { sample: number; population: number }) {
  return (
    <div className="share-bars" role="img" aria-label={`${showShare(sample)} / ${showShare(population)}`}>
      <i className="share-sample" style={{ width: `${100 * sample}%` }} />
      <i className="share-population" style={{ width: `${100 * population}%` }} />
    </div>
  )
}
