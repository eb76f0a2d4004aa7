import type { Place } from '../../../server/shapes/place.ts'
import type { Codes } from './codes.ts'
import type { Given } from './takeOver.ts'

/** What is kept on the device of an unfinished questionnaire. */
export interface Draft {
  /** The id that its response will have, so that it counts once however often it is sent. */
  id: string
  answers: Record<string, unknown>
  /** Of a page that was answered without SurveyJS: its fields, which are not among the answers yet. */
  fields?: Given[]
  /** The step where the person is. */
  step: string
  timings: Record<string, number>
  /** Taken after the screening questions. */
  place?: Place
  /** What the address carried. */
  codes?: Codes
}

/** Under which name a device keeps the draft of a survey. */
export const draftKey = (survey: string) => `tiyan.draft.${survey}`
/** Under which name a device keeps the receipt of a survey. */
export const receiptKey = (survey: string) => `tiyan.receipt.${survey}`

/** Device storage may be off, full, or forbidden in a web view: then the page works without it. */
function attempt<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage)
  } catch {
    return undefined
  }
}

function read<T>(key: string): T | undefined {
  return attempt((storage) => {
    const found = storage.getItem(key)
    return found === null ? undefined : (JSON.parse(found) as T)
  })
}

/** Gives whether it is kept. */
const write = (key: string, value: unknown): boolean =>
  attempt((storage) => storage.setItem(key, JSON.stringify(value)) === undefined) ?? false

const remove = (key: string) => attempt((storage) => storage.removeItem(key))

export const keepDraft = (survey: string, draft: Draft) => write(draftKey(survey), draft)
export const draftOf = (survey: string) => read<Draft>(draftKey(survey))
export const forgetDraft = (survey: string) => remove(draftKey(survey))

/** Of the response last sent from this device. */
export interface KeptReceipt {
  id: string
  receipt: string
  /** ISO 8601. */
  sent: string
}

export const keepReceipt = (survey: string, receipt: KeptReceipt) => write(receiptKey(survey), receipt)
export const receiptOf = (survey: string) => read<KeptReceipt>(receiptKey(survey))
export const forgetReceipt = (survey: string) => remove(receiptKey(survey))

/** A finished response that has not reached the server yet. */
export interface Waiting {
  survey: string
  response: { id: string; answers: Record<string, unknown>; locale: string } & Record<string, unknown>
}

const waitingKey = 'tiyan.waiting'

export const waiting = (): Waiting[] => read<Waiting[]>(waitingKey) ?? []

/** Gives whether the device keeps it. */
export const keepWaiting = (one: Waiting): boolean => write(waitingKey, [...others(one.response.id), one])

export function dropWaiting(id: string): void {
  const left = others(id)
  if (left.length > 0) write(waitingKey, left)
  else remove(waitingKey)
}

const others = (id: string) => waiting().filter(({ response }) => response.id !== id)
