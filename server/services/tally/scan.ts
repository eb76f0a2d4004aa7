import type { Store } from '../../store/database.ts'
import { countedSlices, excludedResponses } from '../../store/tally.ts'
import type { Published } from '../published.ts'
import { type CountingHelp, countAside } from './countAside.ts'
import { addField, emptyFieldTally, type FieldTally, takeOut } from './fieldTally.ts'
import { sliceReader } from './takeInSlice.ts'

/** What a scan has to know of a survey. */
export type Scannable = Pick<Published, 'id' | 'round' | 'key' | 'design'>

/** What the thread that scans is told. */
export interface ScanOrder {
  /** Its address. */
  store: string
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

/** Below this a second thread is not worth its start. */
const fewestForHelp = 50_000

/**
 * Builds a survey's tally from the stored codes, as the store is seen by the transaction. Where there are many responses a
 * second thread helps to count; sums are of whole numbers, so who counted what does not show.
 * @param helpFrom responses after which it does
 */
export async function scan(
  snapshot: Store,
  survey: Scannable,
  { helpFrom = fewestForHelp }: { helpFrom?: number } = {},
): Promise<FieldTally> {
  const field = emptyFieldTally(survey)
  const reader = sliceReader(field)
  let help: CountingHelp | undefined
  let read = 0
  for await (const slice of countedSlices(snapshot, survey)) {
    // About one in as many characters: codes, cell, channel and language of each.
    read += slice.responses.length / (survey.key.items.length + 20)
    if (read > helpFrom) help ??= countAside(survey)
    if (!help?.take(slice)) reader.takeIn(slice)
  }
  reader.finish()
  if (help) addField(field, await help.finish())
  for (const { codes, base_weight, received_at, ...response } of await excludedResponses(snapshot, survey)) {
    takeOut(field, { ...response, codes: codes ?? '', baseWeight: base_weight, receivedAt: received_at })
  }
  return field
}
