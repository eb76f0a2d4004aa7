import { Worker } from 'node:worker_threads'
import type { Context } from '../../context.ts'
import { threadProgram } from '../threads.ts'
import type { Finding, JudgeMessage, Judgement, JudgeOrder } from './scanStore.ts'

/**
 * Judges a survey's responses in a thread of its own, with a connection of its own that only reads.
 * @param act does what was found, a hundred responses at a time
 */
export function judgeAside(
  { config }: Pick<Context, 'config'>,
  survey: JudgeOrder['survey'],
  act: (findings: Finding[]) => Promise<void>,
): Promise<Judgement> {
  const order: JudgeOrder = { store: config.store, survey }
  const worker = new Worker(threadProgram('judge'), { workerData: order })
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      reject(error)
      void worker.terminate()
    }
    worker.on('message', (message: JudgeMessage) => {
      if (message.kind === 'done') resolve(message)
      else act(message.findings).then(() => worker.postMessage('next'), fail)
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the thread that judges ended with ${code}`)))
  })
}
