import type { Text } from '../text.ts'

export interface HistoricalBand {
  /** Left-closed: a score of 55 is no longer in preparation. */
  from: number
  name: Text
}

/** The bands of the evaluation of 2016–2017; GB/T 33356—2022 has none. */
const bands: HistoricalBand[] = [
  { from: 85, name: { zh: '成熟期', en: 'Mature' } },
  { from: 70, name: { zh: '成长期', en: 'Growing' } },
  { from: 55, name: { zh: '起步期', en: 'Starting' } },
  { from: 0, name: { zh: '准备期', en: 'Preparing' } },
]

/** The band of 2017 that a total from 0 to 100 would have been in. */
export const band2017Of = (total: number): HistoricalBand | undefined => bands.find(({ from }) => total >= from)
