import type { Store } from '../../store/database.ts'
import { countedSlices, excludedResponses } from '../../store/tally.ts'
import type { Published } from '../published.ts'
import { emptyFieldTally, type FieldTally, takeOut } from './fieldTally.ts'
import { sliceReader } from './takeInSlice.ts'

/** What a scan has to know of a survey. */
export type Scannable = Pick<Published, 'id' | 'round' | 'key' | 'design'>

/** What the thread that scans is told. */
export interface ScanOrder {
  folder: string
  survey: Scannable
}

/** What it tells: that it has read everything, then what it found. */
export type ScanMessage = { kind: 'read' } | ({ kind: 'done' } & Scanned)

export interface Scanned {
  field: FieldTally
  /** Of the responses asked for, those that the scan saw as counted. */
  counted: Set<string>
  /** Milliseconds it took, the start of its thread left out. */
  took: number
}

/** Builds a survey's tally from the stored codes, as the store is seen by the transaction. */
export async function scan(snapshot: Store, survey: Scannable): Promise<FieldTally> {
  const field = emptyFieldTally(survey)
  const reader = sliceReader(field)
  for await (const slice of countedSlices(snapshot, survey)) reader.takeIn(slice)
  reader.finish()
  for (const { codes, base_weight, received_at, ...response } of await excludedResponses(snapshot, survey)) {
    takeOut(field, { ...response, codes: codes ?? '', baseWeight: base_weight, receivedAt: received_at })
  }
  return field
}
