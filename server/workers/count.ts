import { parentPort, workerData } from 'node:worker_threads'
import type { CountMessage, CountOrder } from '../services/tally/countAside.ts'
import { emptyFieldTally } from '../services/tally/fieldTally.ts'
import { sliceReader } from '../services/tally/takeInSlice.ts'

// Counts slices of responses that another thread reads (services/tally/countAside.ts).

const { survey, waiting }: CountOrder = workerData
if (!parentPort) throw new Error('this runs as a worker thread only')
const port = parentPort
const left = new Int32Array(waiting)
const field = emptyFieldTally(survey)
const reader = sliceReader(field)

port.on('message', (slice: CountMessage) => {
  if (slice === null) {
    reader.finish()
    port.postMessage(field)
    port.close()
    return
  }
  reader.takeIn(slice)
  Atomics.sub(left, 0, 1)
})
