import type { Refusal } from '../api.ts'
import { showEnding, showReceipt, showWaiting } from './done.ts'
import { type Waiting, waiting } from './keep.ts'
import { deliver } from './outbox.ts'

interface Sending {
  one: Waiting
  onFaulty: (refusal: Refusal) => void
}

let now: Sending | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let busy = false

/** Sends a finished response and shows what becomes of it, trying again by itself as long as it is not settled. */
export async function send(one: Waiting, onFaulty: (refusal: Refusal) => void): Promise<void> {
  now = { one, onFaulty }
  await trySending()
}

async function trySending(): Promise<void> {
  if (!now || busy) return
  busy = true
  clearTimeout(timer)
  const { one, onFaulty } = now
  const outcome = await deliver(one)
  busy = false
  if (outcome.kind === 'waiting') {
    showWaiting(waiting().some(({ response }) => response.id === one.response.id))
    timer = setTimeout(trySending, outcome.seconds * 1000)
    return
  }
  now = undefined
  if (outcome.kind === 'taken') showReceipt(outcome.receipt)
  else if (outcome.kind === 'ended') showEnding(outcome.ending)
  else onFaulty(outcome.refusal)
}

/** The person asks, or the network is back. */
export const sendNow = (): void => void trySending()

window.addEventListener('online', sendNow)
