import { Worker } from 'node:worker_threads'
import { threadProgram } from '../threads.ts'

/** What a thread of its own works out from the store and sends back once, while the server goes on answering. */
export function aside<Answer>(program: string, workerData: object): Promise<Answer> {
  const worker = new Worker(threadProgram(program), { workerData })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the thread ${program} ended with ${code}`)))
  })
}
